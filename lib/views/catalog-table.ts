import { type CatalogEntry, entriesOf } from "@/lib/catalog/entries";
import type { CatalogRecord } from "@/lib/catalog/schema";
import {
  columnFigureParts,
  columnFigureText,
  counted,
  currencySymbol,
  dateText,
} from "@/lib/format";
import { missingWord } from "@/lib/schemas/figure";
import { textCell } from "./table";
import type { Cell, TableView } from "./types";

/** After so many months a figure says its age. */
export const staleAfterMonths = 12;

/** Whole months from one day to another, ISO dates. */
export function monthsBetween(from: string, to: string): number {
  const [year = 0, month = 0, day = 0] = from.split("-").map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split("-").map(Number);
  return (toYear - year) * 12 + toMonth - month - (toDay < day ? 1 : 0);
}

/** A row for each figure of these records, each with its source, its date and how firm it is. */
export function catalogTable(records: readonly CatalogRecord[], today: string): TableView {
  return {
    id: "catalog",
    caption: "Figures of the catalog",
    columns: [
      { id: "name", label: "Name", align: "left" },
      { id: "value", label: "Value", align: "right" },
      { id: "figure", label: "Figure", align: "left" },
      { id: "range", label: "Range", align: "right" },
      { id: "provider", label: "Provider", align: "left" },
      { id: "date", label: "Observed", align: "left" },
      { id: "source", label: "Source", align: "left" },
    ],
    rows: records.flatMap(entriesOf).map((entry) => ({
      id: entry.id,
      cells: [
        textCell(entry.label),
        valueCell(entry),
        textCell(figureName(entry.field)),
        textCell(rangeOf(entry)),
        textCell(entry.subject.provider ?? "none named"),
        dateCell(entry, today),
        sourceCell(entry),
      ],
    })),
  };
}

/** Chosen records beside each other: a row for each figure, a column for each record. */
export function comparisonTable(records: readonly CatalogRecord[], today: string): TableView {
  const entries = records.map(entriesOf);
  const fields = [...new Set(entries.flatMap((of) => of.map(({ field }) => field)))];
  return {
    id: "catalog-comparison",
    caption: `${counted(records.length, "entry", "entries")} of the catalog beside each other`,
    columns: [
      { id: "figure", label: "Figure", align: "left" },
      ...records.map(({ id, label }) => ({ id, label, align: "left" as const })),
    ],
    rows: fields.map((field) => ({
      id: field,
      cells: [
        textCell(figureName(field)),
        ...entries.map((of) =>
          comparedCell(
            of.find((entry) => entry.field === field),
            today,
          ),
        ),
      ],
    })),
  };
}

function comparedCell(entry: CatalogEntry | undefined, today: string): Cell {
  if (!entry) return { text: "none", sort: null };
  const { source = "no source" } = entry.figure;
  const { text, note } = dateCell(entry, today);
  return {
    ...valueCell(entry),
    note: `${source}, ${text}${note ? `, ${note.toLowerCase()}` : ""}`,
  };
}

function valueCell({ unit, figure, subject }: CatalogEntry): Cell {
  const { value, evidence } = figure;
  const text = value === null ? missingWord(unit) : wordsOf(value, unit, subject.currency);
  return { text, sort: value, evidence };
}

function sourceCell({ figure: { source = "no source", note } }: CatalogEntry): Cell {
  return { ...textCell(source), ...(note && { note }) };
}

/** In the unit of the value beside it. */
function rangeOf({ unit, figure: { low, high } }: CatalogEntry): string {
  const bare = (value: number) => columnFigureParts(value, unit, "").value;
  if (low !== undefined && high !== undefined) return `${bare(low)} to ${bare(high)}`;
  if (low !== undefined) return `from ${bare(low)}`;
  return high === undefined ? "none" : `to ${bare(high)}`;
}

const wordsOf = (value: number, unit: CatalogEntry["unit"], currency = "USD") =>
  columnFigureText(value, unit, currencySymbol(currency));

function dateCell({ figure: { date } }: CatalogEntry, today: string): Cell {
  if (date === undefined) return { text: "no date", sort: null };
  const months = monthsBetween(date, today);
  const isStale = months >= staleAfterMonths;
  return {
    text: isStale ? `${dateText(date)}, stale: ${counted(months, "month")} old` : dateText(date),
    sort: date,
  };
}

/** "acceleratorsPerInstance" is "Accelerators per instance"; what a value's unit says is left out. */
export function figureName(field: string): string {
  const words = field
    .replace(/(Fraction|Ratio)$/, "")
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
