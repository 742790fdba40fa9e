import type { CatalogRecord } from "@/lib/catalog/schema";
import { columnFigureText, counted, dateText } from "@/lib/format";
import type { PriceSource } from "@/lib/schemas/catalog-origin";
import { missingWord } from "@/lib/schemas/figure";
import type { RefusedPrice } from "@/lib/schemas/price-import";
import { figureName } from "./catalog-figure-name";
import { sourceNames } from "./catalog-words";
import { textCell } from "./table";
import type { TableView } from "./types";

type Suspicious = Pick<CatalogRecord, "id" | "label" | "figures"> & {
  readonly key: string;
  readonly row: number;
  readonly reason: string;
};

type Report = {
  readonly source: PriceSource;
  readonly observedOn: string;
  readonly fileName: string;
  readonly accepted: number;
  readonly suspicious: readonly Suspicious[];
  readonly refused: readonly RefusedPrice[];
  /** Suspicious ones that are entries by now. */
  readonly taken: readonly string[];
};

export type SuspiciousRow = {
  readonly id: string;
  readonly label: string;
  readonly where: string;
  readonly prices: string;
  readonly reason: string;
  readonly isTaken: boolean;
};

export type PriceReportView = {
  readonly title: string;
  readonly suspicious: readonly SuspiciousRow[];
  readonly refused: TableView | null;
  /** Says how many refused rows are not in the table. */
  readonly more: string | null;
};

/** The report names them all in its file; a page need not. */
const refusedShown = 200;

export function priceReportView(report: Report): PriceReportView {
  const { source, observedOn, fileName, accepted, suspicious, refused, taken } = report;
  const isTaken = new Set(taken);
  const hidden = refused.length - refusedShown;
  return {
    title: `${fileName}, ${sourceNames[source]}, seen on ${dateText(observedOn)}: ${counted(accepted, "price")} accepted, ${suspicious.length} suspicious, ${refused.length} refused`,
    suspicious: suspicious.map(({ id, label, key, row, reason, figures }) => ({
      ...{ id, label, reason, isTaken: isTaken.has(id) },
      where: `row ${row}, ${key}`,
      prices: pricesText(figures),
    })),
    refused: refused.length > 0 ? refusedTable(refused.slice(0, refusedShown)) : null,
    more:
      hidden > 0
        ? `The first ${refusedShown}. All ${refused.length} are in the report, to be downloaded above.`
        : null,
  };
}

/** "Input price 10,000.00 $/M tok, Output price …". */
export const pricesText = (figures: CatalogRecord["figures"]): string =>
  Object.entries(figures)
    .map(
      ([field, { value, unit }]) =>
        `${figureName(field)} ${value === null ? missingWord(unit) : columnFigureText(value, unit, "$")}`,
    )
    .join(", ");

const refusedTable = (rows: readonly RefusedPrice[]): TableView => ({
  id: "refused-prices",
  caption: "Refused rows",
  columns: [
    { id: "row", label: "Row", align: "right" },
    { id: "key", label: "Name", align: "left" },
    { id: "field", label: "Field", align: "left" },
    { id: "value", label: "Value", align: "left" },
    { id: "reason", label: "Why", align: "left" },
    { id: "mend", label: "Mend", align: "left" },
  ],
  rows: rows.map(({ row, key, field, value, reason, mend }) => ({
    id: String(row),
    cells: [
      textCell(String(row), row),
      textCell(key || "no name"),
      textCell(field || "the row"),
      textCell(value || "nothing"),
      textCell(reason),
      textCell(mend),
    ],
  })),
});
