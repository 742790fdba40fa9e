import { parseEntry } from "@/components/ui/number-text";

export type PastedAmount = number | string | null;

/**
 * The amounts of a pasted column, or of a pasted row; null where one cell was pasted, which is
 * ordinary typing. A first column that names the years is left out, empty lines at the end too.
 */
export function pastedAmounts(text: string, currency: string): readonly PastedAmount[] | null {
  const lines = text.replace(/\r\n?/g, "\n").replace(/\n+$/, "").split("\n");
  const rows = lines.map((line) => line.split("\t"));
  const cells = rows.length === 1 ? (rows[0] ?? []) : rows.map(amountCell);
  if (cells.length < 2) return null;
  return cells.map((cell) => parseEntry(cell, "money", currency));
}

const isYearName = (cell: string) => /^\s*(FY\s*)?(19|20|21)\d\d\s*$/i.test(cell);

function amountCell(cells: readonly string[]): string {
  const [first = "", second] = cells;
  return second !== undefined && isYearName(first) ? second : first;
}
