import { byFiscalYear } from "./fiscal-years";
import type { CostLine, FiscalYearSpend, OptionProjection, Projection } from "./types";

/** A figure of two projections; `difference` is after minus before, null where there is nothing to subtract. */
export type FigureDifference = {
  readonly before: number | null;
  readonly after: number | null;
  readonly difference: number | null;
};

export type LineDifference = Pick<CostLine, "id" | "use"> & {
  readonly year: number;
  readonly cash: FigureDifference;
};

/** An option that is complete on either side. A side on which it is not has no figures. */
export type OptionDifference = {
  readonly optionId: string;
  readonly cash: FigureDifference;
  readonly accrual: FigureDifference;
  readonly netPresentCost: FigureDifference;
  readonly costPerMillionTokens: FigureDifference;
  /** All lines, paid in each fiscal year. */
  readonly years: readonly { readonly year: number; readonly cash: FigureDifference }[];
  /** Each line of either side in each fiscal year of either side. */
  readonly lines: readonly LineDifference[];
};

type Side = { readonly projection: Projection; readonly fiscalYearStartMonth: number };

/**
 * How two projections of a plan differ, option by option. A line that one of two complete options does not
 * have, or a year that one does not reach, costs nothing there: so the differences of the lines add up to
 * the difference of the totals. Amounts in two currencies have no difference.
 */
export function projectionDifference(before: Side, after: Side): readonly OptionDifference[] {
  const subtract = subtraction(before.projection.currency === after.projection.currency);
  const [was, is] = [yearly(before), yearly(after)];
  const years = [...new Set([...was.years, ...is.years])].sort((a, b) => a - b);
  const ids = [...after.projection.options, ...before.projection.options].map(
    ({ optionId }) => optionId,
  );
  return [...new Set(ids)].flatMap((optionId) => {
    const sides = { was: sideOf(before, was, optionId), is: sideOf(after, is, optionId) };
    return sides.was || sides.is ? [optionDifference(optionId, sides, years, subtract)] : [];
  });
}

type Subtract = (before: number | null, after: number | null) => FigureDifference;

const subtraction =
  (inOneCurrency: boolean): Subtract =>
  (before, after) => ({
    ...{ before, after },
    difference: inOneCurrency && before !== null && after !== null ? after - before : null,
  });

type Yearly = {
  readonly years: readonly number[];
  readonly options: readonly FiscalYearSpend[];
};

function yearly({ projection, fiscalYearStartMonth }: Side): Yearly {
  const { years, options } = byFiscalYear(projection, fiscalYearStartMonth);
  return { years: years.map(({ year }) => year), options };
}

type OptionSide = {
  readonly summary: OptionProjection["summary"];
  readonly years: readonly number[];
  readonly spend: FiscalYearSpend;
};

function sideOf({ projection }: Side, of: Yearly, optionId: string): OptionSide | null {
  const option = projection.options.find((one) => one.optionId === optionId);
  const spend = of.options.find((one) => one.optionId === optionId);
  return option && spend ? { summary: option.summary, years: of.years, spend } : null;
}

type Sides = { readonly was: OptionSide | null; readonly is: OptionSide | null };

function optionDifference(
  optionId: string,
  { was, is }: Sides,
  years: readonly number[],
  subtract: Subtract,
): OptionDifference {
  const of = (measure: "cash" | "accrual" | "netPresentCost" | "costPerMillionTokens") =>
    subtract(was?.summary[measure] ?? null, is?.summary[measure] ?? null);
  const keys = new Map(
    [...(is?.spend.lines ?? []), ...(was?.spend.lines ?? [])].map(({ id, use }) => [
      `${id} ${use}`,
      { id, use },
    ]),
  );
  return {
    optionId,
    ...{ cash: of("cash"), accrual: of("accrual"), netPresentCost: of("netPresentCost") },
    costPerMillionTokens: of("costPerMillionTokens"),
    years: years.map((year) => ({
      year,
      cash: subtract(totalIn(was, year), totalIn(is, year)),
    })),
    lines: [...keys.values()].flatMap((key) =>
      years.map((year) => ({
        ...{ ...key, year },
        cash: subtract(lineIn(was, key, year), lineIn(is, key, year)),
      })),
    ),
  };
}

function totalIn(side: OptionSide | null, year: number): number | null {
  if (!side) return null;
  return side.spend.cash.all[side.years.indexOf(year)] ?? 0;
}

function lineIn(
  side: OptionSide | null,
  { id, use }: Pick<CostLine, "id" | "use">,
  year: number,
): number | null {
  if (!side) return null;
  const at = side.years.indexOf(year);
  const found = side.spend.lines.filter((line) => line.id === id && line.use === use);
  return found.reduce((sum, line) => sum + (line.cash[at] ?? 0), 0);
}
