import { canonicalDecimal } from "@/lib/schemas/decimal-text";
import type { SheetCell } from "@/lib/schemas/rfq-template";

/** What a cell says, or what to enter in it instead. */
export type CellReading<T> = { readonly value: T | null } | { readonly mend: string };

const blank = (cell: SheetCell | undefined) =>
  cell === undefined || (cell.kind === "text" && cell.text.trim() === "");

/** Excel's own precision: what is past it is noise of its arithmetic. */
const digits = 15;

/** "289450.10" exactly; a text is taken where it can mean one number alone. */
export function decimalCell(
  cell: SheetCell | undefined,
  { decimals, signed = false }: { readonly decimals: number; readonly signed?: boolean },
): CellReading<string> {
  if (cell === undefined || blank(cell)) return { value: null };
  const mend = `Enter a number${signed ? "" : " of 0 or more"} with at most ${decimals} decimals.`;
  const text = cell.kind === "number" ? plainNumber(cell.text) : typedNumber(cell);
  const form = new RegExp(`^${signed ? "-?" : ""}\\d{1,14}(\\.\\d{1,${decimals}})?$`);
  return text !== null && form.test(text) ? { value: canonicalDecimal(text) } : { mend };
}

/** Without an exponent; null for what is none. */
function plainNumber(written: string): string | null {
  const number = Number(written);
  if (!Number.isFinite(number) || Math.abs(number) >= 1e15) return null;
  const text = String(Number(number.toPrecision(digits)));
  // Less than a millionth is written with an exponent.
  return text.includes("e") ? number.toFixed(12) : text;
}

const asTyped = /^-?\d+(\.\d+)?$/;
const commaDecimal = /^-?\d+,\d+$/;
const pointGroups = /^-?\d{1,3}(\.\d{3})+,\d+$/;
const commaGroups = /^-?\d{1,3}(,\d{3})+\.\d+$/;
const manyGroups = /^-?\d{1,3}(?:,\d{3}){2,}$|^-?\d{1,3}(?:\.\d{3}){2,}$/;
/** One thousand and more, or one and some: nobody can say. */
const ambiguous = /^-?\d{1,3}[.,]\d{3}$/;

function typedNumber({ kind, text }: SheetCell): string | null {
  const bare = text.replace(/[\s\u00a0\u202f'\u2019]/g, "").replace(/^\u2212/, "-");
  if (kind === "error" || ambiguous.test(bare)) return null;
  if (asTyped.test(bare)) return bare;
  if (commaDecimal.test(bare)) return bare.replace(",", ".");
  if (pointGroups.test(bare)) return bare.replaceAll(".", "").replace(",", ".");
  if (commaGroups.test(bare)) return bare.replaceAll(",", "");
  if (manyGroups.test(bare)) return bare.replace(/[.,]/g, "");
  return null;
}

/** 7.5 or "7.5" percent as the share "0.075". */
export function percentCell(cell: SheetCell | undefined): CellReading<string> {
  const bare = cell?.kind === "text" ? { ...cell, text: cell.text.replace(/\s*%\s*$/, "") } : cell;
  const read = decimalCell(bare, { decimals: 4 });
  const mend = "Enter a percentage from 0 to 100, such as 7.5.";
  if ("mend" in read) return { mend };
  if (read.value === null) return read;
  const [whole = "0", rest = ""] = read.value.split(".");
  if (Number(read.value) > 100) return { mend };
  const padded = whole.padStart(3, "0");
  return { value: canonicalDecimal(`${padded.slice(0, -2)}.${padded.slice(-2)}${rest}`) };
}

export function wholeCell(
  cell: SheetCell | undefined,
  most: number,
  least = 0,
): CellReading<number> {
  const read = decimalCell(cell, { decimals: 4 });
  const mend = `Enter a whole number from ${least} to ${most}.`;
  if ("mend" in read) return { mend };
  if (read.value === null) return { value: null };
  const number = Number(read.value);
  return Number.isInteger(number) && number >= least && number <= most
    ? { value: number }
    : { mend };
}

const writtenDay = /^(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})\.(\d{1,2})\.(\d{4}))$/;

/** A date of the sheet, or one written as 2026-12-31 or 31.12.2026. */
export function dateCell(cell: SheetCell | undefined): CellReading<string> {
  if (cell === undefined || blank(cell)) return { value: null };
  const day = cell.kind === "text" ? dayOfText(cell.text) : null;
  return day === null ? { mend: "Enter a date, such as 2026-12-31." } : { value: day };
}

function dayOfText(text: string): string | null {
  const [, year, month, day, ...european] = writtenDay.exec(text.trim()) ?? [];
  const [europeanDay = "", europeanMonth = "", europeanYear] = european;
  const iso = year
    ? `${year}-${month}-${day}`
    : europeanYear
      ? `${europeanYear}-${europeanMonth.padStart(2, "0")}-${europeanDay.padStart(2, "0")}`
      : null;
  if (iso === null) return null;
  const at = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(iso) ? iso : null;
}

export function textCell(cell: SheetCell | undefined, most: number): CellReading<string> {
  if (cell === undefined || blank(cell)) return { value: null };
  const text = cell.text.trim();
  if (cell.kind === "error") return { mend: "Write over the error with a text." };
  return text.length <= most ? { value: text } : { mend: `Shorten it to ${most} characters.` };
}
