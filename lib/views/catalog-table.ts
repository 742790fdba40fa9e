import { type CatalogEntry, entriesOf } from "@/lib/catalog/entries";
import type { OwnRecord } from "@/lib/catalog/own-record";
import type { CatalogRecord } from "@/lib/catalog/schema";
import {
  columnFigureParts,
  columnFigureText,
  counted,
  currencySymbol,
  dateText,
} from "@/lib/format";
import { staleMonths } from "@/lib/schemas/catalog-kind";
import { missingWord } from "@/lib/schemas/figure";
import { figureName } from "./catalog-figure-name";
import type { ListedRecord } from "./catalog-filter";
import { sourceNames } from "./catalog-words";
import { textCell } from "./table";
import type { Cell, TableView } from "./types";

type Dated = {
  readonly today: string;
  /** Where a record's name leads. */
  readonly hrefOf?: (recordId: string) => string;
};

/** A row for each figure of these records, each with its source, its date and how firm it is. */
export function catalogTable(
  records: readonly ListedRecord[],
  { today, hrefOf }: Dated,
): TableView {
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
    rows: records.flatMap(({ record, own }) =>
      entriesOf(record).map((entry) => ({
        id: entry.id,
        cells: [
          {
            ...textCell(entry.label),
            ...(own && { mark: markOf(own) }),
            ...(hrefOf && { href: hrefOf(record.id) }),
          },
          { ...valueCell(entry), ...sharedNote(entry, own) },
          textCell(figureName(entry.field)),
          textCell(rangeOf(entry)),
          textCell(entry.subject.provider ?? "none named"),
          dateCell(entry, today),
          // What a file says beside its prices is long: the entry's own sheet has it.
          own && own.origin !== "entered"
            ? textCell(entry.figure.source ?? "no source")
            : sourceCell(entry),
        ],
      })),
    ),
  };
}

/** "own", "own, over shared" or "LiteLLM". */
export function markOf({ origin, shared }: Pick<OwnRecord, "origin" | "shared">): string {
  if (origin !== "entered") return sourceNames[origin];
  return shared ? "own, over shared" : "own";
}

/** What the shared record says of a figure, where the own one says otherwise. */
function sharedNote(entry: CatalogEntry, own: OwnRecord | null): { note?: string } {
  if (!own?.shared) return {};
  const shared = entriesOf(own.shared).find(({ field }) => field === entry.field);
  if (!shared) return { note: "The shared entry has no such figure" };
  if (shared.figure.value === entry.figure.value) return {};
  return { note: `Shared: ${valueCell(shared).text}` };
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

function dateCell({ kind, figure: { date } }: CatalogEntry, today: string): Cell {
  if (date === undefined) return { text: "no date", sort: null };
  const months = staleMonths(kind, date, today);
  return {
    text:
      months === null
        ? dateText(date)
        : `${dateText(date)}, stale: ${counted(months, "month")} old`,
    sort: date,
  };
}
