import type { Plan } from "@/lib/schemas/plan";
import { optionName } from "@/lib/views/names";
import type { WorkbookFigures } from "@/lib/views/workbook-figures";
import {
  type Cell,
  columnName,
  firstMonthColumn,
  monthSerials,
  quoted,
  type Sheet,
  type SheetRow,
} from "./cells";
import type { StatementCells } from "./option-statement";

export type Ranked = { readonly optionId: string; readonly cells: StatementCells };

/** Where two options' sums cross; the first of the two cost less when the workbook was written. */
export type CrossingCells = {
  readonly first: string;
  readonly second: string;
  /** Month of the plan from which each is ahead to the horizon; 0 where it is not. */
  readonly firstAhead: string;
  readonly secondAhead: string;
  /** What the first costs less at the horizon. */
  readonly lead: string;
  readonly values: { readonly ahead: number; readonly lead: number };
};

export type BreakEvenCells = {
  readonly sheet: Sheet;
  readonly crossings: readonly CrossingCells[];
  /** The day that a month of the plan begins, by its number. */
  readonly dates: string;
};

/** A lead of half a cent or less is a tie. docs/model.md, "Break-even by month". */
const leastLead = "0.005";
const mostOptionsPaired = 6;

/** Every pair of options, month by month: who has paid less so far, and from when for good. */
export function breakEvenCells(
  of: {
    readonly plan: Plan;
    readonly name: string;
    readonly figures: WorkbookFigures;
  },
  options: readonly Ranked[],
): BreakEvenCells {
  const { plan, name, figures } = of;
  const rows: SheetRow[] = [];
  const months = plan.horizonMonths;
  const column = (month: number) => columnName(firstMonthColumn + month);
  const end = column(months - 1);
  const eachMonth = (cell: (month: number) => Cell) =>
    Array.from({ length: months }, (_, month) => cell(month));
  const there = (row: number, at = end) => `${quoted(name)}!$${at}$${row}`;
  rows.push(
    { cells: ["Break-even by month"], looks: ["title"] },
    {
      cells: [
        `What each option has cost so far, cash as paid in ${plan.currency}, and from when one stays ahead of another.`,
      ],
      looks: ["note"],
    },
    {
      cells: ["", "At the end", ...monthSerials({ startMonth: plan.startMonth, months })],
      looks: ["head", "headRight", "headMonth"],
    },
    { cells: ["Paid so far"], looks: ["section"] },
  );
  const sums = new Map(
    options.map(({ optionId, cells }) => {
      const is = figures.option(optionId)?.option.cash.cumulative;
      const row = rows.length + 1;
      rows.push({
        cells: [
          optionName(plan, optionId),
          { formula: `${end}${row}`, value: is?.[months - 1] ?? 0 },
          ...eachMonth((t) => ({ formula: cells.cumulative(t), value: is?.[t] ?? 0 })),
        ],
        looks: ["label", "wholeAmount"],
      });
      return [optionId, row] as const;
    }),
  );
  const crossings = pairsOf(options).map(([first, second]): CrossingCells => {
    const [a, b] = [sums.get(first) ?? 0, sums.get(second) ?? 0];
    rows.push({ cells: [], looks: ["plain"] });
    rows.push({
      cells: [`${optionName(plan, first)} against ${optionName(plan, second)}`],
      looks: ["section"],
    });
    const lead = rows.length + 1;
    rows.push({
      cells: [
        "First costs less by",
        { formula: `${end}${lead}` },
        ...eachMonth((t) => ({ formula: `${column(t)}${b}-${column(t)}${a}` })),
      ],
      looks: ["label", "wholeAmount"],
    });
    const ahead = (label: string, test: (lead: string) => string) => {
      const row = rows.length + 1;
      const before = (t: number) => (t === 0 ? "0" : `${column(t - 1)}${row}`);
      rows.push({
        cells: [
          label,
          { formula: `${end}${row}` },
          ...eachMonth((t) => ({
            formula: `IF(${test(`${column(t)}${lead}`)},IF(${before(t)}>0,${before(t)},${t + 1}),0)`,
          })),
        ],
        looks: ["label", "whole"],
      });
      return there(row);
    };
    const is = figures.breakEven(first, second);
    const turned = figures.breakEven(second, first);
    return {
      ...{ first, second, lead: there(lead) },
      firstAhead: ahead("First ahead since month", (sum) => `${sum}>${leastLead}`),
      secondAhead: ahead("Second ahead since month", (sum) => `${sum}<-${leastLead}`),
      values: {
        ahead: 1 + (is.forGoodFrom ?? turned.forGoodFrom ?? -1),
        lead: is.differenceAtHorizon ?? 0,
      },
    };
  });
  return {
    crossings,
    dates: `${quoted(name)}!$${column(0)}$3:$${end}$3`,
    sheet: {
      ...{ name, rows, widths: [44, 15, 13], headRows: [1, 3] as const },
      frozen: { rows: 3, columns: firstMonthColumn },
    },
  };
}

/** All pairs of a few options; of many, the first against each. */
function pairsOf(options: readonly Ranked[]): readonly (readonly [string, string])[] {
  const ids = options.map(({ optionId }) => optionId);
  const firsts = ids.length > mostOptionsPaired ? ids.slice(0, 1) : ids;
  return firsts.flatMap((first, index) =>
    ids.slice(index + 1).map((second) => [first, second] as const),
  );
}
