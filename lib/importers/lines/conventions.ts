import type {
  ColumnMapping,
  DecimalSign,
  ImportSettings,
  LinesReading,
} from "@/lib/schemas/lines-import";
import { type Cell, cellText, heldIn, type Row } from "./cells";
import { orderShownBy } from "./days";
import { readNumber, signShownBy } from "./locale-number";

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

const textsIn = (rows: readonly Row[], column: number | undefined): readonly string[] =>
  column === undefined
    ? []
    : rows.flatMap(({ cells }) => {
        const cell = heldIn(cells[column]);
        return typeof cell === "string" ? [cell] : [];
      });

function decimalSign(
  rows: readonly Row[],
  { mapping, settings, delimiter }: Asked,
): Conventions["decimal"] {
  const counts = { point: 0, comma: 0, either: 0 };
  for (const field of numbers)
    for (const text of textsIn(rows, mapping[field])) {
      const sign = signShownBy(isBare.test(text) ? text : text.replaceAll(notOfNumbers, "").trim());
      if (sign) counts[sign] += 1;
    }
  if (settings.decimal) return { value: settings.decimal, isCertain: true };
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
  const shown = [mapping.startsOn, mapping.endsOn]
    .flatMap((column) => textsIn(rows, column))
    .map(orderShownBy);
  const count = (order: string) => shown.filter((one) => one === order).length;
  if (settings.dates) return { value: settings.dates, isCertain: true };
  const [day, month] = [count("day-first"), count("month-first")];
  return {
    value: month > day ? "month-first" : "day-first",
    isCertain: day + month === 0 ? count("either") === 0 : Math.min(day, month) === 0,
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
  const bare = columns.flatMap((column) =>
    rows.flatMap(({ cells }) => bareNumber(cells[column], decimal)),
  );
  const said = bare.filter((value) => value !== 0);
  if (said.length === 0) return null;
  if (settings.percent) return { value: settings.percent, isCertain: true };
  if (said.some((value) => value > 1)) return { value: "points", isCertain: true };
  const isNamed = columns.some((column) => headers[column]?.includes("%"));
  return { value: isNamed ? "points" : "share", isCertain: false };
}

function bareNumber(cell: Cell | undefined, decimal: DecimalSign): readonly number[] {
  const value = heldIn(cell);
  if (typeof value === "number") return [value];
  if (typeof value !== "string") return [];
  const text = readNumber(cellText(value), decimal);
  return text === null ? [] : [Number(text)];
}
