import type { Cell, TableView } from "../types";
import type { ComparisonCell, ComparisonView } from "./types";

/** The same as rows of a file: what is drawn, in words and numbers. */
export function comparisonTable(view: ComparisonView): TableView {
  return {
    id: "quote-comparison",
    caption: view.headline,
    columns: [
      { id: "row", label: "Row", align: "left" },
      ...view.columns.map(({ optionId, name, detail }) => ({
        id: optionId,
        label: `${name}, ${detail}`,
        align: "left" as const,
      })),
    ],
    rows: view.groups.flatMap(({ rows }) =>
      rows.map(({ id, label, cells }) => ({
        id,
        cells: [{ text: label, sort: label }, ...cells.map(cellOf)],
      })),
    ),
  };
}

const cellOf = ({ text, sort, best, note }: ComparisonCell): Cell => ({
  text: [text, best, note].filter(Boolean).join(", "),
  sort,
});
