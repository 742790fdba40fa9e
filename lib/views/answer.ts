import { figureAt, walkAwayPrice } from "@/lib/engine";
import type { OptionProjection } from "@/lib/engine/types";
import { money, moneyDifference, moneyFull, percent, tonnes } from "@/lib/format";
import { does } from "./agree";
import { optionCurrency } from "./currency";
import { optionEvidence } from "./evidence";
import { leadOf } from "./lead";
import { horizonText } from "./months";
import { optionName, shortOptionName, viewWords } from "./names";
import { completeOptions, leaderAtHorizon, optionProjection, type Results } from "./results";
import { leadSentence } from "./sentences";
import type { Figure } from "./types";
import { walkAwayBaseline } from "./walk-away-baseline";

export type AnswerView = {
  readonly headline: string;
  readonly detail: string;
  readonly figures: readonly Figure[];
};

const discountPath = "assumptions.discountRatePerYearFraction";

/** One sentence and four figures, five with carbon, or null while no option is complete. */
export function answerOf(results: Results): AnswerView | null {
  const { plan, projection } = results;
  const best = optionProjection(projection, projection.ranking[0]);
  if (!best) return null;
  const next = optionProjection(projection, projection.ranking[1]);
  const rate = figureAt(plan, discountPath)?.value ?? null;
  return {
    headline: headline(results, best, next, rate),
    detail: [
      next ? detail(results, best) : "There is no other complete option to compare it with.",
      unrankedSentence(results),
    ]
      .filter(Boolean)
      .join(" "),
    figures: [
      totalFigure(results, best),
      tokenFigure(results, best),
      presentFigure(results, best, rate),
      lastFigure(results, best, next),
      carbonFigure(results, best),
    ].filter((figure) => figure !== null),
  };
}

function headline(
  { plan, projection, view }: Results,
  best: OptionProjection,
  next: OptionProjection | undefined,
  rate: number | null,
): string {
  const name = optionName(plan, best.optionId);
  const over = `over ${horizonText(projection.months)}`;
  const { adjective } = viewWords[view];
  const total = money(best.summary[view], plan.currency);
  if (!next) return `${does(name, "costs")} ${total} ${over}, ${adjective}.`;
  const nextName = optionName(plan, next.optionId);
  const saved = next.summary[view] - best.summary[view];
  const savedPresent = next.summary.netPresentCost - best.summary.netPresentCost;
  if (saved >= 0.005) {
    return `${does(name, "costs")} least ${over}: ${total} ${adjective}, ${money(saved, plan.currency)} less than ${nextName}.`;
  }
  if (savedPresent < 0.005)
    return `${name} and ${nextName} cost the same ${over}: ${total} ${adjective}.`;
  const discounted = rate === null ? "discounted" : `discounted at ${percent(rate)}`;
  return `${does(name, "costs")} least ${over} when ${discounted}: ${money(best.summary.netPresentCost, plan.currency)}, ${money(savedPresent, plan.currency)} less than ${nextName}.`;
}

function detail(results: Results, best: OptionProjection): string {
  const { plan, projection, view } = results;
  const names = (id: string) => optionName(plan, id);
  const basis = { view, discountRatePerYearFraction: null };
  const lead = leadOf(projection, best.optionId, projection.ranking, basis);
  if (lead.forGoodFrom === null) {
    const leader = leaderAtHorizon(results);
    const plainly = leadSentence(lead, { months: projection.months, names, before: [] });
    return leader && leader.optionId !== best.optionId
      ? `${plainly} Not discounted, ${does(names(leader.optionId), "ends")} lowest.`
      : plainly;
  }
  const before = leadersBefore(results, lead.forGoodFrom).filter((id) => id !== best.optionId);
  return leadSentence(lead, { months: projection.months, names, before });
}

/** What "least" leaves out: the cheapest option may be among those that lack a figure. */
function unrankedSentence({ plan, projection }: Results): string {
  const [first, ...more] = projection.options.filter(({ status }) => status !== "complete");
  if (!first) return "";
  return more.length === 0
    ? `${does(optionName(plan, first.optionId), "is")} not ranked.`
    : `${more.length + 1} options are not ranked.`;
}

/** Who had the lowest sum before another took the lead for good, in order of time. */
function leadersBefore({ projection, view }: Results, month: number): readonly string[] {
  const options = completeOptions(projection);
  const leaders: string[] = [];
  for (let index = 0; index < month; index++) {
    const sum = (option: OptionProjection) => option[view].cumulative[index] ?? 0;
    const [first, ...rest] = options;
    if (!first) return [];
    const lowest = rest.reduce((best, option) => (sum(option) < sum(best) ? option : best), first);
    if (leaders.at(-1) !== lowest.optionId) leaders.push(lowest.optionId);
  }
  return leaders;
}

function withEvidence(figure: Figure, evidence: Figure["evidence"]): Figure {
  return evidence ? { ...figure, evidence } : figure;
}

function totalFigure({ plan, projection, view }: Results, best: OptionProjection): Figure {
  const figure: Figure = {
    id: "total",
    label: `${optionName(plan, best.optionId)}, ${horizonText(projection.months)}`,
    value: money(best.summary[view], plan.currency),
    unit: viewWords[view].adjective,
    opens: { optionId: best.optionId, measure: view },
  };
  return withEvidence(figure, optionEvidence(plan, best, view));
}

function tokenFigure({ plan }: Results, best: OptionProjection): Figure {
  const cost = best.summary.costPerMillionTokens;
  const label = "Per million tokens";
  if (cost === null) return { id: "perMillionTokens", label, value: "n/a", unit: "no tokens" };
  const figure: Figure = {
    id: "perMillionTokens",
    label,
    value: money(cost, plan.currency),
    opens: { optionId: best.optionId, measure: "costPerMillionTokens" },
  };
  return withEvidence(figure, optionEvidence(plan, best, "accrual", "inference"));
}

/** Only where the plan has a grid intensity, and the option an energy of its own. */
function carbonFigure({ projection }: Results, best: OptionProjection): Figure | null {
  const { carbonKilograms } = best.summary;
  if (carbonKilograms === null) return null;
  return {
    id: "carbon",
    label: `Carbon, ${horizonText(projection.months)}`,
    value: tonnes(carbonKilograms),
    unit: "t CO2e",
  };
}

function presentFigure({ plan }: Results, best: OptionProjection, rate: number | null): Figure {
  const figure: Figure = {
    id: "netPresentCost",
    label: rate === null ? "Net present cost" : `Net present cost, ${percent(rate)}`,
    value: money(best.summary.netPresentCost, plan.currency),
    opens: { optionId: best.optionId, measure: "netPresentCost" },
  };
  return withEvidence(figure, optionEvidence(plan, best, "cash"));
}

/** The highest server price that still pays, where there is one; else how far the next option is. */
function lastFigure(
  results: Results,
  best: OptionProjection,
  next: OptionProjection | undefined,
): Figure | null {
  const { plan, projection, view } = results;
  const owned = projection.ranking
    .map((id) => optionProjection(projection, id))
    .find((option) => option?.kind === "on-premises");
  const baselineId = walkAwayBaseline(results, owned?.optionId);
  if (owned && baselineId) {
    const { verdict, serverPrice } = walkAwayPrice(plan, owned.optionId, baselineId, projection);
    if (verdict === "price" && serverPrice !== null) {
      return {
        id: "walkAwayPrice",
        label: `Walk away above, against ${shortOptionName(plan, baselineId)}`,
        value: moneyFull(serverPrice, optionCurrency(plan, owned.optionId)),
        unit: "a server",
        opens: { optionId: owned.optionId, measure: "walkAwayPrice", againstId: baselineId },
      };
    }
  }
  if (!next) return null;
  return {
    id: "nextBest",
    label: `Next best, ${optionName(plan, next.optionId)}`,
    value: moneyDifference(next.summary[view] - best.summary[view], plan.currency),
    unit: viewWords[view].adjective,
    opens: { optionId: next.optionId, measure: view },
  };
}
