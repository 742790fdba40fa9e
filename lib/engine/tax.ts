import type { Basis } from "./basis";
import type { OptionParts } from "./option-parts";
import { addSeries, addTo, at, series, zeros } from "./series";
import type { PricedLine, Spend } from "./spend";
import { noTiming, taxYears } from "./tax-depreciation";
import { type Traced, trace } from "./trace";
import type { Series, Use } from "./types";

/** Of income, a fraction; 0, and no line, where the plan names none. */
export function taxRate({ assumptions }: Basis): Traced<number> {
  return trace((read) => read.optional(assumptions, "taxRateFraction", 0));
}

/**
 * The line that tax adds, and what is left at the horizon less the tax put off on it.
 * accrual tax(t) = -rate x cost consumed(t); cash tax(fiscal year) = -rate x (cost consumed in it +
 * tax depreciation beyond that of the books), in the year's last month of the plan. Losses count in
 * full, since other income absorbs them. Without a rate the parts are those given.
 * docs/model.md, "Tax".
 */
export function withTax(basis: Basis, parts: OptionParts): OptionParts {
  const rate = taxRate(basis);
  if (parts.infeasibilities.length > 0 || (rate.missing.length === 0 && rate.value === 0)) {
    return parts;
  }
  const timing = parts.taxTiming?.value ?? noTiming(basis.months);
  const spendOf = (fraction: number, use: Use): Spend => {
    const consumed = addSeries(
      basis.months,
      parts.lines.map((line) => line.spend.value[use].accrual),
    );
    const deducted = series(
      basis.months,
      (month) => at(consumed, month) + at(timing.early[use], month),
    );
    const lowered = (amounts: Series) => amounts.map((money) => 0 - fraction * money);
    return { cash: lowered(atYearEnds(basis, deducted)), accrual: lowered(consumed) };
  };
  const line: PricedLine = {
    id: "tax",
    spend: trace((read) => {
      const fraction = read.traced(rate);
      if (parts.taxTiming) read.note(`${basis.assumptions.path}.taxDepreciation`);
      return {
        inference: spendOf(fraction, "inference"),
        training: spendOf(fraction, "training"),
      };
    }),
  };
  return {
    ...parts,
    lines: [...parts.lines, line],
    remainingBookValue: trace(
      (read) => read.traced(parts.remainingBookValue) - read.traced(rate) * timing.deferred,
    ),
  };
}

/** Each fiscal year's sum in its last month that the plan covers. */
function atYearEnds(basis: Basis, amounts: Series): Series {
  const posted = zeros(basis.months);
  for (const { fromMonth, toMonth } of taxYears(basis)) {
    for (let month = fromMonth; month <= toMonth; month += 1) {
      addTo(posted, toMonth, at(amounts, month));
    }
  }
  return posted;
}
