import { sumInOne } from "@/lib/engine";
import { tsvCell, withoutFormula } from "@/lib/format";
import type { LineGrouping } from "@/lib/schemas/quote-lines";
import { groupName, type LineRates, lineCell } from "@/lib/views/quote-lines";
import type { GridColumn } from "./grid-columns";
import type { GridItem } from "./use-lines";

const isNumber = (text: string) => /^-?\d+(\.\d+)?$/.test(text);

type Copied = {
  readonly columns: readonly GridColumn[];
  readonly rates: LineRates;
  readonly group: LineGrouping | null;
};

/** Rows for the clipboard: numbers in full, and nothing that a spreadsheet would run. */
export function copiedText(items: readonly GridItem[], { columns, rates, group }: Copied): string {
  const row = (item: GridItem): readonly string[] => {
    if (item.kind === "group") {
      const { amount, exact } = sumInOne(item.group.sums, rates.currency, rates.factors);
      const name = group ? groupName(group, item.group) : item.group.name;
      return [name, exact ?? (amount === null ? "" : String(amount))];
    }
    const { line } = item;
    return columns.map(({ column }) => (line ? lineCell(line, column.id, rates).plain : ""));
  };
  return items
    .map((item) =>
      row(item)
        .map((text) => tsvCell(isNumber(text) ? text : withoutFormula(text)))
        .join("\t"),
    )
    .join("\n");
}
