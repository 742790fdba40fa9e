import { type SplitTotals, splitTotals } from "@/lib/engine";
import { counted, listed, money, numberFixed, share } from "@/lib/format";
import type { Award } from "@/lib/schemas/quote-award";
import { horizonText } from "../months";
import { viewWords } from "../names";
import { awardedOffers } from "./award-words";
import type { Compared } from "./types";

/** What a split order costs over the plan, beside its offers' own totals. */
export type SplitView = {
  /** "Total cost, 36 months, cash" with its amount; empty where there is no total. */
  readonly figures: readonly { readonly label: string; readonly text: string }[];
  /** How they came about, or why there are none. */
  readonly notes: readonly string[];
};

/** Null where one offer has the whole order: its column has its totals. */
export function splitView(compared: Compared, award: Pick<Award, "quotes">): SplitView | null {
  const offers = awardedOffers(compared, award);
  const given = award.quotes.filter(({ servers }) => servers > 0);
  if (given.length < 2) return null;
  const nameOf = (id: string) => offers.find(({ optionId }) => optionId === id)?.name ?? id;
  if (offers.length < given.length)
    return none("an offer of it is in the plan no more, so its part has no total");
  const moved = offers.filter(
    ({ quote }) =>
      given.find(({ quoteId }) => quoteId === quote?.quoteId)?.revision !== quote?.revision,
  );
  if (moved.length > 0)
    return none(
      `the plan compares another revision than was awarded of ${listed(moved.map(({ name }) => name))}`,
    );
  const made = splitTotals(offers);
  if ("lacking" in made)
    return none(
      `${listed(made.lacking.map(nameOf))} ${made.lacking.length === 1 ? "has" : "have"} no total, or the plan buys nothing of it. The totals of each offer alone stand in the comparison`,
    );
  return { figures: figuresOf(compared, made), notes: notesOf(made, nameOf) };
}

const none = (why: string): SplitView => ({
  figures: [],
  notes: [`The split has no total: ${why}.`],
});

function figuresOf({ plan, projection, view }: Compared, made: SplitTotals): SplitView["figures"] {
  const text = (value: number) => `${money(value, plan.currency)}${made.isEstimate ? "*" : ""}`;
  const { costPerMillionTokens } = made;
  return [
    {
      label: `Total cost, ${horizonText(projection.months)}, ${viewWords[view].adjective}`,
      text: text(made.totalCost),
    },
    { label: "Net present cost", text: text(made.netPresentCost) },
    ...(costPerMillionTokens === null
      ? []
      : [{ label: "Per million tokens", text: text(costPerMillionTokens) }]),
  ];
}

const whole = 1e-9;

function notesOf(made: SplitTotals, nameOf: (id: string) => string): readonly string[] {
  const parts = made.parts.map(
    ({ optionId, servers, boughtAlone, workFraction }) =>
      `${nameOf(optionId)} ${share(workFraction)} (${numberFixed(servers, 0)} of the ${counted(boughtAlone, "server")} that the plan would buy of it alone)`,
  );
  const covers = Math.abs(made.coverageRatio - 1) < whole;
  return [
    `Each offer\u2019s own total for the whole plan, by the part of the work that its servers do: ${listed(parts)}. Staff, spares, whole racks and waiting are divided with the work.`,
    ...(covers
      ? []
      : [
          `It is of all servers that the plan buys; the award\u2019s alone do ${share(made.coverageRatio)} of their work.`,
        ]),
    ...(made.isEstimate ? ["* An offer of it is incomplete, so it is an estimate."] : []),
  ];
}
