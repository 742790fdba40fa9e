import type {
  ColumnMapping,
  DecimalSign,
  ImportSettings,
  LinesReading,
} from "@/lib/schemas/lines-import";
import { type Cell, cellText, heldIn, type Row } from "./cells";
import { orderShownBy } from "./days";
import { readNumber, signShownBy } from "./locale-number";
import { remembering } from "./remembering";

export type Conventions = Pick<LinesReading, "decimal" | "dates" | "percent">;

type Asked = {
  readonly mapping: ColumnMapping;
  readonly settings: ImportSettings;
  readonly headers: readonly string[];
  readonly delimiter: string | null;
};

const isBare = /^[\d.,]+$/;
const notOfNumbers = /[^\d.,'\u2019()\s-]/g;
const numbers = ["quantity", "unitPrice", "lineTotal", "freight", "discount", "tax"] as const;
const percentages = ["discount", "tax"] as const;

/** How the file writes decimals, dates and percentages, from all that it says. */
export function findConventions(rows: readonly Row[], asked: Asked): Conventions {
  const decimal = decimalSign(rows, asked);
  return {
    decimal,
    dates: dateOrder(rows, asked),
    percent: percentForm(rows, asked, decimal.value),
  };
}

function textsIn(
  rows: readonly Row[],
  column: number | undefined,
  take: (text: string) => void,
): void {
  if (column === undefined) return;
  for (const { cells } of rows) {
    const cell = heldIn(cells[column]);
    if (typeof cell === "string") take(cell);
  }
}

function decimalSign(
  rows: readonly Row[],
  { mapping, settings, delimiter }: Asked,
): Conventions["decimal"] {
  if (settings.decimal) return { value: settings.decimal, isCertain: true };
  const counts = { point: 0, comma: 0, either: 0 };
  const signIn = remembering((text: string) =>
    signShownBy(isBare.test(text) ? text : text.replaceAll(notOfNumbers, "").trim()),
  );
  for (const field of numbers)
    textsIn(rows, mapping[field], (text) => {
      const sign = signIn(text);
      if (sign) counts[sign] += 1;
    });
  const proven = counts.point + counts.comma;
  const usual: DecimalSign = delimiter === ";" && counts.either > 0 ? "comma" : "point";
  const value = proven === 0 ? usual : counts.comma > counts.point ? "comma" : "point";
  return {
    value,
    isCertain: proven === 0 ? counts.either === 0 : Math.min(counts.point, counts.comma) === 0,
  };
}

function dateOrder(rows: readonly Row[], { mapping, settings }: Asked): Conventions["dates"] {
  if (mapping.startsOn === undefined && mapping.endsOn === undefined) return null;
  if (settings.dates) return { value: settings.dates, isCertain: true };
  const counts = { "day-first": 0, "month-first": 0, either: 0 };
  for (const column of [mapping.startsOn, mapping.endsOn])
    textsIn(rows, column, (text) => {
      const order = orderShownBy(text);
      if (order) counts[order] += 1;
    });
  const { "day-first": day, "month-first": month, either } = counts;
  return {
    value: month > day ? "month-first" : "day-first",
    isCertain: day + month === 0 ? either === 0 : Math.min(day, month) === 0,
  };
}

/** A number above one is in percentage points; where all are below, only a person knows. */
function percentForm(
  rows: readonly Row[],
  { mapping, settings, headers }: Asked,
  decimal: DecimalSign,
): Conventions["percent"] {
  const columns = percentages
    .map((field) => mapping[field])
    .filter((column) => column !== undefined);
  const most = greatestIn(rows, columns, decimal);
  if (most === null) return null;
  if (settings.percent) return { value: settings.percent, isCertain: true };
  if (most > 1) return { value: "points", isCertain: true };
  const isNamed = columns.some((column) => headers[column]?.includes("%"));
  return { value: isNamed ? "points" : "share", isCertain: false };
}

/** Of the numbers that are not 0; null where there is none. */
function greatestIn(
  rows: readonly Row[],
  columns: readonly number[],
  decimal: DecimalSign,
): number | null {
  const numberIn = remembering((cell: Cell | undefined) => bareNumber(cell, decimal));
  let greatest: number | null = null;
  for (const column of columns)
    for (const { cells } of rows) {
      const value = numberIn(cells[column]);
      if (value !== 0 && (greatest === null || value > greatest)) greatest = value;
    }
  return greatest;
}

/** 0 where a cell holds none. */
function bareNumber(cell: Cell | undefined, decimal: DecimalSign): number {
  const value = heldIn(cell);
  if (typeof value === "number") return value;
  return typeof value === "string" ? Number(readNumber(cellText(value), decimal) ?? 0) : 0;
}
