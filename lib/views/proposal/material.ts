import { project, quoteTotals, underScenario } from "@/lib/engine";
import type { Projection } from "@/lib/engine/types";
import type { Plan } from "@/lib/schemas/plan";
import type { PlanQuote } from "@/lib/schemas/plan-quotes";
import type { ProposalContent } from "@/lib/schemas/proposal";
import { optionProjection, type Results } from "../results";
import type { TornadoView } from "../tornado";
import type { MindView } from "../what-would-change";

/** A quote that an option of the plan uses. */
export type ProposalOffer = {
  readonly optionId: string;
  readonly supplierName: string;
  readonly number: string;
  readonly revision: number;
  /** ISO dates. */
  readonly quotedOn: string;
  readonly validUntil: string | null;
  readonly currency: string;
  /** What it costs whoever buys, exact; null where anything of it is unpriced. */
  readonly cost: string | null;
};

/** All that a proposal is made from, computed: nothing of it is looked up later. */
export type ProposalMaterial = {
  /** Of the plan, or of the scenario that the proposal shows. */
  readonly results: Results;
  /** "Base" or the scenario's name. */
  readonly scenarioName: string;
  /** What it asks for, or the cheapest; null while no option is complete. */
  readonly proposedId: string | null;
  /** Null while they are not computed, or there is nothing to compute them from. */
  readonly minds: MindView | null;
  readonly tornado: TornadoView | null;
  readonly offers: readonly ProposalOffer[];
};

/** The option that a proposal asks for: the one that was chosen while it is complete, else the cheapest. */
export function proposedOption(
  { projection }: Pick<Results, "projection">,
  chosenId: string | null,
): string | null {
  const chosen = optionProjection(projection, chosenId ?? undefined);
  if (chosen?.status === "complete") return chosen.optionId;
  return projection.ranking[0] ?? null;
}

/** Whom the proposed option is set against: the cheapest of the others. */
export const rivalOf = ({ results, proposedId }: ProposalMaterial): string | undefined =>
  results.projection.ranking.find((id) => id !== proposedId);

type ComputedOf = {
  readonly plan: Plan;
  readonly content: Pick<ProposalContent, "optionId" | "scenarioId">;
  readonly quotes: readonly PlanQuote[];
  /** Of an issue: what its figures came to then. Without it they are computed now. */
  readonly projection?: Projection;
};

/** What a proposal is made from before its analyses; null where its scenario is gone. */
export function computedMaterial(of: ComputedOf): ProposalMaterial | null {
  const { plan, content, quotes } = of;
  const shown = underScenario(plan, content.scenarioId);
  if (!shown) return null;
  const scenario = plan.scenarios.find(({ id }) => id === content.scenarioId);
  const projection = of.projection ?? project(shown);
  const results: Results = { plan: shown, projection, view: "cash" };
  return {
    ...{ results, scenarioName: scenario?.name ?? "Base", minds: null, tornado: null },
    proposedId: proposedOption(results, content.optionId),
    offers: quotes.map(offerOf),
  };
}

/** With a line unpriced the sum would say too little. */
function offerOf({
  optionId,
  supplierName,
  number,
  revision,
  currency,
  content,
}: PlanQuote): ProposalOffer {
  const { cost, lacks } = quoteTotals(content, currency);
  const { quotedOn, validUntil } = content;
  return {
    ...{ optionId, supplierName, number, revision, currency, quotedOn, validUntil },
    cost: lacks.length === 0 ? cost : null,
  };
}
