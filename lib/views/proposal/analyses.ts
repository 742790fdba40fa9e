import { sortedSwings, subjectValue, swingOf, thresholdsOf } from "@/lib/engine";
import type { Swing, Thresholds } from "@/lib/engine/types";
import { withFormats } from "@/lib/format";
import type { Formats } from "@/lib/schemas/formats";
import type { ProposalContent, SectionKind } from "@/lib/schemas/proposal";
import { analysisInputs, isUncertain, pricedInputs, thresholdSearch } from "../analysis-inputs";
import type { Results } from "../results";
import { tornadoView } from "../tornado";
import { mindView } from "../what-would-change";
import type { ProposalMaterial } from "./material";

export type Analyses = Pick<ProposalMaterial, "minds" | "tornado">;
type AnalysedOf = {
  readonly results: Results;
  readonly planId: string;
  readonly proposedId: string | null;
  /** In which its texts are made. */
  readonly formats?: Formats | undefined;
  /** Of the proposal: what none of them shows is not looked for. Absent, all of it is. */
  readonly sections?: ProposalContent["sections"];
};

/** Which sections show what an analysis finds. */
const readers: Readonly<Record<keyof Analyses, readonly SectionKind[]>> = {
  minds: ["summary", "sensitivity"],
  tornado: ["sensitivity"],
};

const isRead = ({ sections }: AnalysedOf, analysis: keyof Analyses): boolean =>
  sections === undefined ||
  sections.some(({ kind, isShown }) => isShown && readers[analysis].includes(kind));

/** A search runs the engine about so many times as often as a swing does. */
const runsOfSearch = 20;

/**
 * What would change the answer and what moves it, in steps short enough to stop between: the engine runs
 * again for each value. Yields how much of it is done, from 0 to 1.
 */
export function* proposalAnalyses(of: AnalysedOf): Generator<number, Analyses> {
  const { plan, projection } = of.results;
  const [winnerId, ...rivalIds] = projection.ranking;
  const uncertain = isRead(of, "minds") ? pricedInputs(plan).filter(isUncertain) : [];
  const ranged = isRead(of, "tornado") ? analysisInputs(plan) : [];
  const steps = uncertain.length * runsOfSearch + ranged.length;
  let done = 0;
  const found: { input: (typeof uncertain)[number]; thresholds: Thresholds }[] = [];
  if (winnerId !== undefined && rivalIds.length > 0)
    for (const input of uncertain) {
      const rivals = { optionId: winnerId, rivalIds };
      found.push({ input, thresholds: thresholdsOf(plan, thresholdSearch(input), rivals) });
      done += runsOfSearch;
      yield done / steps;
    }
  const minds =
    found.length > 0 && winnerId !== undefined
      ? withFormats(of.formats, () => mindView({ plan, planId: of.planId, winnerId }, found))
      : null;
  const tornado = isRead(of, "tornado") ? yield* tornadoOf(of, { ranged, done, steps }) : null;
  return { minds, tornado };
}

function* tornadoOf(
  { results, planId, proposedId, formats }: AnalysedOf,
  {
    ranged,
    done,
    steps,
  }: {
    readonly ranged: ReturnType<typeof analysisInputs>;
    readonly done: number;
    readonly steps: number;
  },
): Generator<number, Analyses["tornado"]> {
  const { plan, projection } = results;
  if (proposedId === null) return null;
  const againstId = projection.ranking.find((id) => id !== proposedId) ?? null;
  const subject = { optionId: proposedId, againstId };
  const base = subjectValue(plan, subject);
  const swings: Swing[] = [];
  for (const [at, input] of ranged.entries()) {
    swings.push(swingOf(plan, input, { subject, base }));
    yield (done + at + 1) / steps;
  }
  const view = { plan, planId, inputs: ranged, ...subject, baseName: "Base" };
  return withFormats(formats, () => tornadoView(view, { base, swings: sortedSwings(swings) }));
}
