import type { SheetCell } from "@/lib/schemas/rfq-template";
import { orderShownBy, readDay } from "./lines/days";
import { readNumber, settled, shareOfPoints, signShownBy } from "./lines/locale-number";
import type { CellReading as Reading } from "./lines/read-cell";

/** What a cell says, null where it is empty, or what to enter in it instead. */
export type CellReading<T> = Reading<T | null>;

const blank = (cell: SheetCell | undefined) =>
  cell === undefined || (cell.kind === "text" && cell.text.trim() === "");

/** "289450.10" exactly; a text is taken where it can mean one number alone. */
export function decimalCell(
  cell: SheetCell | undefined,
  { decimals, signed = false }: { readonly decimals: number; readonly signed?: boolean },
): CellReading<string> {
  if (cell === undefined || blank(cell)) return { value: null };
  const mend = `Enter a number${signed ? "" : " of 0 or more"} with at most ${decimals} decimals.`;
  const text = cell.kind === "number" ? settled(Number(cell.text), decimals) : typedNumber(cell);
  const form = new RegExp(`^${signed ? "-?" : ""}\\d{1,14}(\\.\\d{1,${decimals}})?$`);
  return text !== null && form.test(text) ? { value: text } : { mend };
}

/** One cell has no others to say what its separator means: one thousand, or one and some, is refused. */
function typedNumber({ kind, text }: SheetCell): string | null {
  if (kind === "error") return null;
  const sign = signShownBy(text) ?? "point";
  return sign === "either" ? null : readNumber(text, sign);
}

/** 7.5 or "7.5" percent as the share "0.075". */
export function percentCell(cell: SheetCell | undefined): CellReading<string> {
  const bare = cell?.kind === "text" ? { ...cell, text: cell.text.replace(/\s*%\s*$/, "") } : cell;
  const read = decimalCell(bare, { decimals: 4 });
  const mend = "Enter a percentage from 0 to 100, such as 7.5.";
  if ("mend" in read) return { mend };
  if (read.value === null) return read;
  return Number(read.value) > 100 ? { mend } : { value: shareOfPoints(read.value) };
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

/** A date of the sheet, or one written so that it can mean one day alone. */
export function dateCell(cell: SheetCell | undefined): CellReading<string> {
  if (cell === undefined || blank(cell)) return { value: null };
  const day = cell.kind === "text" ? dayOfText(cell.text.trim()) : null;
  return day === null ? { mend: "Enter a date, such as 2026-12-31." } : { value: day };
}

/** Who writes points writes the day first. A year of two digits may be a day. */
function dayOfText(text: string): string | null {
  if (!/\d{4}/.test(text)) return null;
  const order = text.includes(".") ? "day-first" : (orderShownBy(text) ?? "day-first");
  return order === "either" ? null : readDay(text, order);
}

export function textCell(cell: SheetCell | undefined, most: number): CellReading<string> {
  if (cell === undefined || blank(cell)) return { value: null };
  const text = cell.text.trim();
  if (cell.kind === "error") return { mend: "Write over the error with a text." };
  return text.length <= most ? { value: text } : { mend: `Shorten it to ${most} characters.` };
}
