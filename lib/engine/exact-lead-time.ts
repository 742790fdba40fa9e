import { monthsOfWeeks } from "./quoted-fields";
import { monthsPerYear, weeksPerYear } from "./units";

/**
 * Months to compare a lead time by: weeks x 12 / 52 where the plan has the months that the quote's weeks make,
 * else the plan's own months. docs/model.md, "Comparison of quotes".
 */
export const exactLeadTimeMonths = (
  planMonths: number | null,
  quotedWeeks: number | null,
): number | null =>
  quotedWeeks !== null && monthsOfWeeks(quotedWeeks) === planMonths
    ? (quotedWeeks * monthsPerYear) / weeksPerYear
    : planMonths;
