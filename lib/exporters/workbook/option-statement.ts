import type { LineId, Use, View } from "@/lib/engine/types";
import type { Plan } from "@/lib/schemas/plan";
import { fiscalYearHead } from "@/lib/views/budget";
import { kindNames, lineNames, optionName, viewWords } from "@/lib/views/names";
import type { Amounts, OptionFigures, WorkbookFigures } from "@/lib/views/workbook-figures";
import {
  type Cell,
  columnName,
  monthSerials,
  packedRow,
  quoted,
  type Sheet,
  type SheetRow,
} from "./cells";
import { uses } from "./line-cells";
import type { LookName } from "./looks";
import type { WrittenOption } from "./plan-workbook";

/** Where the figures of an option stand that other sheets show. */
export type StatementCells = {
  readonly cash: string;
  readonly accrual: string;
  readonly use: Readonly<Record<Use, string | null>>;
  readonly perMillion: string;
  readonly netPresentCost: string;
  readonly remainingBookValue: string;
  /** Cash of a fiscal year, by its place. */
  readonly cashOfYear: (year: number) => string;
  readonly accrualOfYear: (year: number) => string;
  /** All cash paid up to a month's end. */
  readonly cumulative: (month: number) => string;
};

export type Statement = { readonly sheet: Sheet; readonly cells: StatementCells };

type Scope = {
  readonly plan: Plan;
  readonly cells: WrittenOption;
  readonly served: { readonly at: (month: number) => string };
  readonly figures: WorkbookFigures;
};

const totalColumn = 1;
const useNames: Readonly<Record<Use, string>> = { inference: "Inference", training: "Training" };
const sums: Readonly<Record<View, string>> = { cash: "Cash as paid", accrual: "Cost as consumed" };

/** What one option costs, line by line: over the horizon, by fiscal year and month by month. */
export function optionStatement(scope: Scope): Statement {
  const { plan, cells, figures } = scope;
  const option = plan.options.find(({ id }) => id === cells.optionId);
  const own = figures.option(cells.optionId);
  if (!option || !own) throw new Error(`No option is called ${cells.optionId}.`);
  const grid = statementGrid(scope);
  const kind = kindNames[option.kind];
  grid.add([optionName(plan, option.id)], ["title"]);
  grid.add(
    [`${kind}, all amounts in ${plan.currency}. Each cell is a formula down to the sheet Inputs.`],
    ["note"],
  );
  grid.add(
    ["", "All months", ...figures.years.map(fiscalYearHead), ...monthSerials(monthsOf(plan))],
    ["head", "headRight", ...figures.years.map(() => "headRight" as const), "headMonth"],
  );
  const short = shortRows(grid);
  const cash = viewRows(scope, grid, own, "cash");
  const cumulative = cumulativeRow(grid, cash, own);
  const accrual = viewRows(scope, grid, own, "accrual");
  return { sheet: grid.sheet(), cells: short({ scope, own, cash, accrual, cumulative }) };
}

const monthsOf = ({ startMonth, horizonMonths: months }: Plan) => ({ startMonth, months });

type Grid = ReturnType<typeof statementGrid>;

/** Rows of one shape: a label, the whole, the years, the months. */
function statementGrid({ plan, cells, figures }: Scope) {
  const rows: SheetRow[] = [];
  const name = cells.statement;
  const years = figures.years.length;
  const monthColumn = (month: number) => columnName(totalColumn + 1 + years + month);
  const yearColumn = (year: number) => columnName(totalColumn + 1 + year);
  const monthRange = (row: number, from: number, to: number) =>
    `${monthColumn(from)}${row}:${monthColumn(to)}${row}`;
  const eachYear = <T>(of: (year: (typeof figures.years)[number], at: number) => T) =>
    figures.years.map(of);
  const eachMonth = <T>(of: (month: number) => T) =>
    Array.from({ length: plan.horizonMonths }, (_, month) => of(month));
  const add = (cellsOf: readonly Cell[], looks: readonly LookName[]) =>
    rows.push({ cells: cellsOf, looks });
  return {
    rows,
    add,
    years,
    yearColumn,
    monthColumn,
    monthRange,
    eachYear,
    eachMonth,
    lastMonth: plan.horizonMonths - 1,
    total: columnName(totalColumn),
    there: (column: string, row: number) => `${quoted(name)}!$${column}$${row}`,
    /** Months as given, years and the whole as sums of them. */
    flow: (label: string, months: (month: number) => string, is: Amounts | null) => {
      const row = rows.length + 1;
      const sum = (from: number, to: number) => `SUM(${monthRange(row, from, to)})`;
      const formulas = [
        sum(0, plan.horizonMonths - 1),
        ...eachYear(({ fromMonth, toMonth }) => sum(fromMonth, toMonth)),
        ...eachMonth(months),
      ];
      const values = is ? valuesOf(is) : formulas.map(() => 0);
      rows.push(packedRow([label], { formulas, values }, ["label", "wholeAmount"]));
      return row;
    },
    /** The sum of rows above, in every column. */
    sum: (label: string, terms: (column: string) => string, is: Amounts) => {
      const values = valuesOf(is);
      const formulas = values.map((_, at) => terms(columnName(totalColumn + at)));
      return rows.push(packedRow([label], { formulas, values }, ["totalLabel", "totalAmount"]));
    },
    sheet: (): Sheet => ({
      name,
      rows,
      widths: [36, 17, ...figures.years.map(() => 15), 12],
      frozen: { rows: 3, columns: 2 },
      headRows: [1, 3],
      printedColumns: totalColumn + 1 + years,
    }),
  };
}

const valuesOf = ({ total, years, months }: Amounts) => [total, ...years, ...months];

export const known = (formula: string, value: number | string): Cell => ({ formula, value });

type ViewRows = { readonly all: number; readonly byUse: Readonly<Record<Use, number | null>> };

/** Every line by use, their sums, and the sum of those. */
function viewRows(scope: Scope, grid: Grid, own: OptionFigures, view: View): ViewRows {
  const { cells, plan } = scope;
  grid.add([], ["plain"]);
  grid.add([sums[view]], ["section"]);
  const byUse: Record<Use, number | null> = { inference: null, training: null };
  for (const use of uses) {
    const lines = cells.lines.filter((line) => line.use === use);
    const isAsked = plan.workloads.some(({ kind }) => kind === use);
    if (lines.length === 0 || (!isAsked && isNothing(own.total(use, view)))) continue;
    const from = grid.rows.length + 1;
    for (const line of lines)
      grid.flow(lineLabel(line.id, use), line[view].at, own.line(line.id, use, view));
    const to = grid.rows.length;
    byUse[use] = grid.sum(
      `${useNames[use]}, ${viewWords[view].adjective}`,
      (column) => `SUM(${column}${from}:${column}${to})`,
      own.total(use, view),
    );
  }
  const rows = uses.flatMap((use) => byUse[use] ?? []);
  const terms = (column: string) => rows.map((row) => `${column}${row}`).join("+") || "0";
  return { byUse, all: grid.sum(sums[view], terms, own.total("all", view)) };
}

const lineLabel = (id: LineId, use: Use) =>
  use === "training" ? `${lineNames[id]}, training` : lineNames[id];

const isNothing = ({ months }: Amounts) => months.every((amount) => amount === 0);

/** What has been paid up to the end of each month. */
function cumulativeRow(grid: Grid, { all }: ViewRows, own: OptionFigures): number {
  const row = grid.rows.length + 1;
  const is = own.option.cash.cumulative;
  const ends = [grid.lastMonth, ...grid.eachYear(({ toMonth }) => toMonth)];
  const formulas = [
    ...ends.map((month) => `${grid.monthColumn(month)}${row}`),
    ...grid.eachMonth((month) => {
      const before = month === 0 ? "" : `${grid.monthColumn(month - 1)}${row}+`;
      return `${before}${grid.monthColumn(month)}${all}`;
    }),
  ];
  const values = [...ends.map((month) => is[month] ?? 0), ...is];
  return grid.rows.push(
    packedRow(["Cash as paid, so far"], { formulas, values }, ["label", "wholeAmount"]),
  );
}

type Short = {
  readonly scope: Scope;
  readonly own: OptionFigures;
  readonly cash: ViewRows;
  readonly accrual: ViewRows;
  readonly cumulative: number;
};

/** Keeps room at the top for the figures that are looked at first, and fills it once they have their place. */
function shortRows(grid: Grid): (of: Short) => StatementCells {
  grid.add(["In short"], ["section"]);
  const first = grid.rows.length + 1;
  const labels = [
    "Cash as paid",
    "Net present cost",
    "Cost as consumed",
    "Cost per million tokens, inference",
    "Book value left at the horizon",
  ];
  for (const label of labels) grid.add([label], ["label"]);
  return (of) => {
    const { cells } = of.scope;
    const { summary } = of.own.option;
    const total = (row: number) => `${grid.total}${row}`;
    const set = (at: number, more: readonly Cell[], look: LookName = "wholeAmount") => {
      grid.rows[first + at - 1] = { cells: [labels[at] ?? "", ...more], looks: ["label", look] };
      return grid.there(grid.total, first + at);
    };
    const { cash, accrual, cumulative } = of;
    return {
      cash: set(0, [known(total(cash.all), summary.cash)]),
      netPresentCost: set(1, [known(cells.netPresentCost, summary.netPresentCost)]),
      accrual: set(2, [known(total(accrual.all), summary.accrual)]),
      perMillion: set(3, perMillionCells(grid, of), "price"),
      remainingBookValue: set(4, [known(cells.remainingBookValue, summary.remainingBookValue)]),
      use: {
        inference: placeOf(grid, accrual.byUse.inference),
        training: placeOf(grid, accrual.byUse.training),
      },
      cashOfYear: (year) => grid.there(grid.yearColumn(year), cash.all),
      accrualOfYear: (year) => grid.there(grid.yearColumn(year), accrual.all),
      cumulative: (month) => grid.there(grid.monthColumn(month), cumulative),
    };
  };
}

const placeOf = (grid: Grid, row: number | null) =>
  row === null ? null : grid.there(grid.total, row);

/** Over all months, by year and by month; nothing where no token is served. */
function perMillionCells(grid: Grid, { scope, own, accrual }: Short): readonly Cell[] {
  const row = accrual.byUse.inference;
  const { costPerMillionTokens: months, summary } = own.option;
  const over = (column: string, from: number, to: number) => {
    const served = `SUM(${scope.served.at(from)}:${scope.served.at(to).split("!")[1]})`;
    return `IF(${served}<1,"",${row === null ? "0" : `${column}${row}`}/${served}*1000000)`;
  };
  return [
    known(over(grid.total, 0, grid.lastMonth), summary.costPerMillionTokens ?? ""),
    ...grid.eachYear(({ fromMonth, toMonth }, at) => ({
      formula: over(grid.yearColumn(at), fromMonth, toMonth),
    })),
    ...grid.eachMonth((month) =>
      known(scope.cells.costPerMillionTokens.at(month), months[month] ?? ""),
    ),
  ];
}
