import type { QuoteContent, QuoteLine } from "@/lib/schemas/quote";
import { exactOf, exactText, plus, zero } from "./exact";

/** Lines that are servers, paid once: what the quote's amounts are divided by. */
export const isServerLine = ({ category, recurrence }: QuoteLine): boolean =>
  category === "server" && recurrence === "one-off";

/** Sum of the quantities of lines, as exact text; null where there are none, or one has no quantity. */
export function sumOfQuantities(lines: readonly QuoteLine[]): string | null {
  const quantities = lines.flatMap(({ quantity }) => (quantity ? [exactOf(quantity)] : []));
  if (lines.length === 0 || quantities.length < lines.length) return null;
  const text = exactText(quantities.reduce(plus, zero));
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** How many servers a quote is for: all its server lines together; null where that is no whole number above 0. */
export function quotedServers({ lines }: QuoteContent): number | null {
  const servers = Number(sumOfQuantities(lines.filter(isServerLine)) ?? "0");
  return Number.isSafeInteger(servers) && servers > 0 ? servers : null;
}
