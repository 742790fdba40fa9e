import {
  breakEvenMonth,
  type FigureDifference,
  type OptionDifference,
  projectionDifference,
} from "@/lib/engine";
import { columnDecimals, counted, differenceFixed } from "@/lib/format";
import { fiscalYearName } from "../budget";
import { monthAt, monthNumber } from "../months";
import { lineNames, optionName } from "../names";
import type { Results } from "../results";
import { amountCells, priceCells, textCell } from "../table";
import type { Cell, Column, TableView } from "../types";
import type { ProposalMaterial } from "./material";

export type OptionChange = {
  readonly optionId: string;
  readonly name: string;
  /** Said of the whole: "added", "no change", how many of its figures differ. */
  readonly text: string;
  /** Totals, then each cost line by fiscal year that differs; null where nothing does. */
  readonly totals: TableView | null;
  readonly lines: TableView | null;
};

/** What each option comes to on either side: totals, and every cost line by fiscal year. */
export function resultChanges(before: Results, after: Results): readonly OptionChange[] {
  const side = ({ projection, plan }: Results) => ({
    ...{ projection, fiscalYearStartMonth: plan.fiscalYearStartMonth ?? 1 },
  });
  return projectionDifference(side(before), side(after)).map((of) => {
    const holds = after.plan.options.some(({ id }) => id === of.optionId);
    const name = optionName(holds ? after.plan : before.plan, of.optionId);
    const units = { before: before.plan.currency, after: after.plan.currency, name };
    const lines = of.lines.filter(({ cash }) => cash.before !== cash.after);
    const same = isSame(of);
    return {
      ...{ optionId: of.optionId, name, text: changeText(of, lines.length) },
      totals: same ? null : totalsTable(of, units),
      lines: same ? null : linesTable({ ...of, lines }, units),
    };
  });
}

const unchanged = ({ before, after }: FigureDifference) => before === after;

const isSame = (of: OptionDifference): boolean =>
  [of.cash, of.accrual, of.netPresentCost, of.costPerMillionTokens].every(unchanged) &&
  of.lines.every(({ cash }) => unchanged(cash));

function changeText(of: OptionDifference, changed: number): string {
  if (of.cash.before === null) return "It is new, or was not complete before.";
  if (of.cash.after === null) return "It is gone, or lacks a figure now.";
  if (isSame(of)) return "No change: every figure is the same, to the last digit.";
  const all = of.lines.length;
  return `${changed} of ${counted(all, "cost line by fiscal year", "cost lines by fiscal year")} differ; the rest is the same.`;
}

type Units = { readonly before: string; readonly after: string; readonly name: string };

const sideColumns = ({ before, after }: Units): readonly Column[] => [
  { id: "before", label: "Before", unit: before, align: "right" },
  { id: "after", label: "Now", unit: after, align: "right" },
  { id: "difference", label: "Difference", align: "right" },
];

/** Before, now and what lies between, all with the decimals of the largest. */
function differenceCells(
  of: FigureDifference,
  amount: (value: number | null) => Cell,
  decimals: number,
): readonly Cell[] {
  return [amount(of.before), amount(of.after), differenceCell(of, decimals)];
}

function differenceCell({ before, after, difference }: FigureDifference, decimals: number): Cell {
  if (before === after) return { text: "no change", sort: 0 };
  if (difference === null) return { text: "n/a", sort: null };
  const text = differenceFixed(difference, decimals);
  return {
    text: /[1-9]/.test(text) ? text : "less than is shown",
    sort: difference,
    isStrong: true,
  };
}

function totalsTable(of: OptionDifference, units: Units): TableView {
  const money = [
    ["cash", "Total cash, as paid", of.cash],
    ["accrual", "Total as consumed", of.accrual],
    ["netPresentCost", "Net present cost", of.netPresentCost],
  ] as const;
  const sides = (figures: readonly FigureDifference[]) =>
    figures.flatMap(({ before, after }) => [before, after]);
  const amounts = sides(money.map(([, , figure]) => figure));
  const perMillion = sides([of.costPerMillionTokens]);
  return {
    ...{ id: "changed-totals", caption: `${units.name}: totals, before and now` },
    columns: [{ id: "what", label: "Total", align: "left" }, ...sideColumns(units)],
    rows: [
      ...money.map(([id, label, figure]) => ({
        id,
        cells: [
          textCell(label),
          ...differenceCells(figure, amountCells(amounts), Math.min(2, columnDecimals(amounts))),
        ],
      })),
      {
        id: "costPerMillionTokens",
        cells: [
          textCell("Per million tokens"),
          ...differenceCells(
            of.costPerMillionTokens,
            priceCells(perMillion),
            columnDecimals(perMillion),
          ),
        ],
      },
    ],
  };
}

function linesTable(of: OptionDifference, units: Units): TableView {
  const amounts = [...of.lines, ...of.years].flatMap(({ cash }) => [cash.before, cash.after]);
  const cell = amountCells(amounts);
  const decimals = Math.min(2, columnDecimals(amounts));
  const cells = (figure: FigureDifference) => differenceCells(figure, cell, decimals);
  return {
    ...{ id: "changed-lines", caption: `${units.name}: cost lines by fiscal year, as paid` },
    columns: [
      { id: "line", label: "Line", align: "left" },
      { id: "use", label: "For", align: "left" },
      { id: "year", label: "Year", align: "left" },
      ...sideColumns(units),
    ],
    rows: [
      ...of.lines.map(({ id, use, year, cash }) => ({
        id: `${id}:${use}:${year}`,
        cells: [
          textCell(lineNames[id]),
          textCell(use),
          textCell(fiscalYearName(year), year),
          ...cells(cash),
        ],
      })),
      ...of.years.map(({ year, cash }) => ({
        id: `all:${year}`,
        cells: [
          { ...textCell("All lines"), isStrong: true },
          textCell(""),
          textCell(fiscalYearName(year), year),
          ...cells(cash),
        ],
      })),
    ],
    totals: [textCell("All"), textCell(""), textCell(""), ...cells(of.cash)],
  };
}

/** From which month the proposed option costs less than each other one for good, before and now. */
export function breakEvenChanges(
  before: ProposalMaterial,
  after: ProposalMaterial,
): TableView | null {
  const { proposedId } = after;
  if (proposedId === null) return null;
  const { plan, projection } = after.results;
  const rows = projection.options
    .filter(({ optionId, status }) => optionId !== proposedId && status === "complete")
    .map(({ optionId }) => {
      const [was, is] = [before, after].map((side) => monthOf(side, proposedId, optionId));
      return {
        id: optionId,
        cells: [
          textCell(`Less than ${optionName(plan, optionId)}`),
          monthText(before, was ?? null),
          monthText(after, is ?? null),
          laterCell(was ?? null, is ?? null),
        ],
      };
    });
  if (rows.length === 0) return null;
  return {
    ...{ id: "changed-break-even", caption: `${optionName(plan, proposedId)}, for good from` },
    columns: [
      { id: "what", label: `${optionName(plan, proposedId)} costs`, align: "left" },
      { id: "before", label: "For good from, before", align: "right" },
      { id: "after", label: "Now", align: "right" },
      { id: "difference", label: "Difference", align: "right" },
    ],
    rows,
  };
}

const cashAlone = { view: "cash", discountRatePerYearFraction: null } as const;
const monthOf = ({ results }: ProposalMaterial, a: string, b: string): number | null =>
  breakEvenMonth(results.projection, a, b, cashAlone).forGoodFrom;

const monthText = ({ results }: ProposalMaterial, month: number | null): Cell =>
  month === null
    ? { text: "not within the plan", sort: null }
    : {
        text: `${monthNumber(month)}, ${monthAt(results.projection.startMonth, month)}`,
        sort: month,
      };

function laterCell(was: number | null, is: number | null): Cell {
  if (was === is) return { text: "no change", sort: 0 };
  if (was === null || is === null) return { text: "n/a", sort: null };
  const apart = counted(Math.abs(is - was), "month");
  return { text: `${apart} ${is > was ? "later" : "earlier"}`, sort: is - was, isStrong: true };
}
