import { textCell } from "../table";
import type { Figure, TableView } from "../types";
import type { DocumentBlock, ProposalDocument } from "./document";

/** A table of a proposal, with where it stands; what is drawn has one behind it. */
export type DocumentTable = {
  readonly section: string;
  readonly title: string;
  readonly table: TableView;
};

/** Every table of a proposal in the order of its sections, each once. */
export function documentTables(
  { sections }: Pick<ProposalDocument, "sections">,
  currency: string,
): readonly DocumentTable[] {
  const all = sections.flatMap(({ title: section, blocks }) =>
    blocks.flatMap((block) => {
      const found = tableOf(block);
      return found ? [{ ...found, section, table: withCurrency(found.table, currency) }] : [];
    }),
  );
  return all.filter(
    ({ table }, place) =>
      !all.some((other, at) => at !== place && holds(other.table, table, at < place)),
  );
}

/** Paper says the currency of these once, beside the table. */
const inOneCurrency = ["cash-by-year", "cost-lines"];

function withCurrency(table: TableView, currency: string): TableView {
  if (!inOneCurrency.includes(table.id)) return table;
  const columns = table.columns.map((column) =>
    column.align === "right" ? { ...column, unit: currency } : column,
  );
  return { ...table, columns };
}

/** Whether a table says all that another one does; of two alike the first. */
function holds(table: TableView, other: TableView, isEarlier: boolean): boolean {
  const ids = table.columns.map(({ id }) => id);
  return (
    table.id === other.id &&
    table.about === other.about &&
    table.rows.length === other.rows.length &&
    (ids.length > other.columns.length || (ids.length === other.columns.length && isEarlier)) &&
    other.columns.every(({ id }) => ids.includes(id))
  );
}

function tableOf(block: DocumentBlock): Omit<DocumentTable, "section"> | null {
  switch (block.kind) {
    case "table":
      return { title: block.title || block.table.caption, table: block.table };
    case "chart":
      return { title: block.chart.title, table: block.chart.table };
    case "timeline":
      return { title: block.timeline.title, table: block.timeline.table };
    case "tornado":
      return { title: block.tornado.title, table: block.tornado.table };
    case "figures":
      return { title: "Key figures", table: figuresTable(block.figures) };
    default:
      return null;
  }
}

const figuresTable = (figures: readonly Figure[]): TableView => ({
  id: "key-figures",
  caption: "The figures that the summary begins with",
  columns: [
    { id: "figure", label: "Figure", align: "left" },
    { id: "value", label: "Value", align: "right" },
    { id: "note", label: "Note", align: "left" },
    { id: "evidence", label: "Evidence", align: "left" },
  ],
  rows: figures.map(({ id, label, value, unit, note, evidence }) => ({
    id,
    cells: [
      textCell(label),
      textCell(unit ? `${value} ${unit}` : value),
      textCell(note ?? ""),
      textCell(evidence ?? ""),
    ],
  })),
});
