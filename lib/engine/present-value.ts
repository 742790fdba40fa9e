import { series, total } from "./series";
import type { Series } from "./types";
import { monthsPerYear } from "./units";

/**
 * v(t) = amount(t) x (1 + r)^(-t / 12): nominal rate r a year, month 0 undiscounted, no mid-month.
 * docs/model.md, "Money".
 */
export function discounted(amounts: Series, ratePerYear: number): Series {
  return series(
    amounts.length,
    (month) => (amounts[month] ?? 0) * (1 + ratePerYear) ** (-month / monthsPerYear),
  );
}

export function presentValue(amounts: Series, ratePerYear: number): number {
  return total(discounted(amounts, ratePerYear));
}
