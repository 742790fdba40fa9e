import { applyChanges, project } from "@/lib/engine";
import type { CostEnds } from "@/lib/engine/types";
import { counted, money } from "@/lib/format";
import type { Plan } from "@/lib/schemas/plan";
import { agreed } from "./agree";
import { type AnalysisInput, valueText } from "./analysis-inputs";
import { horizonText } from "./months";
import { optionName, optionStyle } from "./names";
import { amountCells, textCell } from "./table";
import type { SeriesStyle, TableView } from "./types";

export type EndsRow = {
  readonly optionId: string;
  readonly name: string;
  readonly style: SeriesStyle;
  readonly base: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly text: { readonly base: string; readonly low: string; readonly high: string };
};

export type EndsView = {
  readonly id: string;
  readonly title: string;
  readonly basis: string;
  readonly currency: string;
  readonly rows: readonly EndsRow[];
  readonly note: string;
  readonly table: TableView;
  /** Which end each input was taken at, for each option. */
  readonly taken: TableView;
};

type EndsOf = {
  /** As it is on screen. */
  readonly plan: Plan;
  /** As it is stored: what scenarios change. */
  readonly stored: Plan;
  readonly inputs: readonly AnalysisInput[];
};

/** Scenarios side by side, and each option with all its ranged inputs at the end that is cheap or dear for it. */
export function endsView({ plan, stored, inputs }: EndsOf, ends: readonly CostEnds[]): EndsView {
  const ranked = ends.filter(({ base }) => base !== null);
  const text = (cost: number | null) => (cost === null ? "not ranked" : money(cost, plan.currency));
  return {
    id: "cost-ends",
    title: title(plan, ranked, inputs.length),
    basis: `Net present cost over ${horizonText(plan.horizonMonths)}. Low and high: all inputs with a range at once, each at the end that alone makes that option cheaper, or dearer.`,
    currency: plan.currency,
    rows: ranked.map(({ optionId, base, atLowCost, atHighCost }) => ({
      optionId,
      name: optionName(plan, optionId),
      style: optionStyle(plan, optionId),
      base: base ?? 0,
      low: atLowCost,
      high: atHighCost,
      text: { base: text(base), low: text(atLowCost), high: text(atHighCost) },
    })),
    note: note(inputs.length),
    table: tableOf(plan, stored, ends),
    taken: takenTable(plan, ends, inputs),
  };
}

function title(plan: Plan, ends: readonly CostEnds[], ranged: number): string {
  if (ranged === 0) return "No input of this plan has a range yet";
  const [best, ...others] = ends.toSorted((a, b) => (a.base ?? 0) - (b.base ?? 0));
  if (!best) return "No option is ranked";
  const name = optionName(plan, best.optionId);
  const high = best.atHighCost;
  if (others.length === 0 || high === null) {
    return `${name} at its low and high cost end`;
  }
  const below = others.every(({ atLowCost }) => atLowCost === null || high < atLowCost);
  return below
    ? `${name} at its dearest still ${agreed(name, "costs")} less than any other at its cheapest`
    : `The ranges overlap: no option is cheapest at both ends`;
}

function note(ranged: number): string {
  return ranged === 0
    ? "Enter a low and a high for the inputs you are unsure of; assumed ranges are not taken here."
    : `${counted(ranged, "input")} with a range of ${ranged === 1 ? "its" : "their"} own. Each option takes its own ends, so two options may stand on different values of one input: a low and a high end say how far one option can go, and do not rank options.`;
}

/** One row for each way to look at the plan, a column for each option. */
function tableOf(plan: Plan, stored: Plan, ends: readonly CostEnds[]): TableView {
  const base = { id: "base", name: "Base", changes: [] };
  const scenarios = [...(plan === stored ? [] : [base]), ...stored.scenarios].map((scenario) => {
    const { id, name, changes } = scenario;
    const { options, ranking } = project(applyChanges(stored, changes));
    const costs = new Map(
      options.map((option) => [
        option.optionId,
        option.status === "complete" ? option.summary.netPresentCost : null,
      ]),
    );
    return { id, name, costs, best: ranking[0] };
  });
  const of = (end: "base" | "atLowCost" | "atHighCost") =>
    new Map(ends.map((one) => [one.optionId, one[end]]));
  const best = ends
    .filter(({ base }) => base !== null)
    .toSorted((a, b) => (a.base ?? 0) - (b.base ?? 0))[0]?.optionId;
  const rows = [
    { id: "low", name: "All ranged inputs at the low cost end", costs: of("atLowCost") },
    { id: "now", name: plan === stored ? "Base" : "As on screen", costs: of("base"), best },
    ...scenarios.map((scenario) => ({ ...scenario, id: `scenario.${scenario.id}` })),
    { id: "high", name: "All ranged inputs at the high cost end", costs: of("atHighCost") },
  ];
  const cell = amountCells(rows.flatMap(({ costs }) => [...costs.values()]));
  return {
    id: "cost-ends",
    caption: "Net present cost of each option, by scenario and at both ends of the ranges",
    columns: [
      { id: "case", label: "Case", align: "left" },
      ...plan.options.map(({ id, name }) => ({
        id,
        label: name,
        unit: plan.currency,
        align: "right" as const,
      })),
      { id: "least", label: "Costs least", align: "left" },
    ],
    rows: rows.map((row) => ({
      id: row.id,
      cells: [
        textCell(row.name),
        ...plan.options.map(({ id }) => {
          const cost = row.costs.get(id) ?? null;
          return cost === null ? { text: "not ranked", sort: null } : cell(cost);
        }),
        "best" in row
          ? textCell(row.best ? optionName(plan, row.best) : "none")
          : { text: "not compared", sort: null },
      ],
    })),
  };
}

function takenTable(
  plan: Plan,
  ends: readonly CostEnds[],
  inputs: readonly AnalysisInput[],
): TableView {
  const byPath = new Map(inputs.map((input) => [input.path, input]));
  return {
    id: "cost-ends-taken",
    caption: "Which end of each input was taken",
    columns: [
      { id: "option", label: "Option", align: "left" },
      { id: "input", label: "Input", align: "left" },
      { id: "low", label: "Low cost end", align: "right" },
      { id: "high", label: "High cost end", align: "right" },
    ],
    rows: ends.flatMap(({ optionId, taken }) =>
      taken.flatMap(({ path, lowCost, highCost }) => {
        const input = byPath.get(path);
        if (!input) return [];
        return [
          {
            id: `${optionId} ${path}`,
            cells: [
              textCell(optionName(plan, optionId)),
              { ...textCell(input.label), evidence: input.evidence },
              textCell(valueText(plan, input, lowCost), lowCost),
              textCell(valueText(plan, input, highCost), highCost),
            ],
          },
        ];
      }),
    ),
  };
}
