import type { LinesReading } from "@/lib/schemas/lines-import";
import { type Cell, cellText, heldIn } from "./cells";
import { currencyIn, meansCurrency, withoutCurrency } from "./currency-words";
import { decimalOf, isTidy, readNumber, settled, shareOfPoints } from "./locale-number";
import { isIncluded, isUnsaid } from "./meanings";

/** What a cell says, or what would make it say something. */
export type CellReading<Value> = { readonly value: Value } | { readonly mend: string };

export type Manner = {
  readonly currency: string;
  readonly decimal: LinesReading["decimal"]["value"];
  readonly percent: "points" | "share";
};

const mends = {
  error: "The spreadsheet could not compute it. Mend the formula, or enter the value.",
  unreadable: "It is no value that can be read. Enter it anew.",
  uncomputed:
    "The formula has no stored value. Open the file in a spreadsheet, save it, and import it again.",
} as const;

function brokenMend(cell: Cell): string | null {
  return typeof cell === "object" && cell !== null && cell.kind in mends
    ? mends[cell.kind as keyof typeof mends]
    : null;
}

/** Our exports put an apostrophe before what a spreadsheet would take for a formula (`withoutFormula`). */
const unmarked = (text: string) =>
  text.startsWith("'") && /^'+(?:[\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20])/.test(text)
    ? text.slice(1)
    : text;

export function readText(cell: Cell | undefined): CellReading<string> {
  const value = heldIn(cell);
  const mend = brokenMend(value);
  if (mend) return { mend };
  if (typeof value === "number") return { value: decimalOf(value) ?? "" };
  return { value: unmarked(cellText(value)) };
}

const asNumber = "Write it as a number, such as 1234.50 or 1.234,50.";

/** An exact decimal, or null for what is not said. */
export function readDecimal(
  cell: Cell | undefined,
  { decimal, currency }: Pick<Manner, "decimal" | "currency">,
  decimals: number,
): CellReading<string | null> {
  const value = heldIn(cell);
  const mend = brokenMend(value);
  if (mend) return { mend };
  if (value === null) return { value: null };
  if (typeof value === "number") return { value: settled(value, decimals) };
  if (typeof value === "string") return decimalText(value.trim(), { decimal, currency });
  if (value.kind !== "number") return { mend: `It is a date. ${asNumber}` };
  if (value.currency && !meansCurrency(value.currency, currency))
    return { mend: otherCurrency(value.currency, currency) };
  return { value: settled(value.value, decimals) };
}

export const otherCurrency = (named: string, currency: string): string =>
  `It is in ${named}, and the quote is in ${currency}. Import it into a quote in that currency, or convert it and say so in the notes.`;

function decimalText(
  text: string,
  { decimal, currency }: Pick<Manner, "decimal" | "currency">,
): CellReading<string | null> {
  if (isTidy(text)) return numberOr(text, decimal);
  if (text === "" || isUnsaid(text)) return { value: null };
  if (isIncluded(text))
    return {
      mend: "Enter 0 where another line\u2019s price has it, or leave it empty where it is unpriced.",
    };
  const named = currencyIn(text);
  if (named && !meansCurrency(named, currency)) return { mend: otherCurrency(named, currency) };
  return numberOr(text, decimal, named ? withoutCurrency(text, named) : text);
}

function numberOr(
  text: string,
  decimal: LinesReading["decimal"]["value"],
  bare = text,
): CellReading<string> {
  const read = readNumber(bare, decimal);
  if (read !== null) return { value: read };
  const other = readNumber(text, decimal === "point" ? "comma" : "point");
  if (other !== null)
    return {
      mend: `The file writes decimals with a ${decimal}, and this is no number so. Write it like the others, or choose the other decimal sign above.`,
    };
  return {
    mend: /^\d+([.,]\d+)?e[-+]?\d+$/i.test(text)
      ? "Its digits were lost when the file was saved. Enter the number in full."
      : asNumber,
  };
}

/** A share from 0 to 1: "5%" and 5 percentage points are 0.05. */
export function readShare(cell: Cell | undefined, manner: Manner): CellReading<string | null> {
  const value = heldIn(cell);
  if (typeof value === "object" && value?.kind === "number" && value.percent)
    return { value: settled(value.value, 6) };
  const hasSign = typeof value === "string" && value.includes("%");
  const read = readDecimal(
    hasSign ? value.replace("%", "").trim() : (value ?? null),
    manner,
    hasSign || manner.percent === "points" ? 4 : 6,
  );
  if ("mend" in read || read.value === null) return read;
  return { value: hasSign || manner.percent === "points" ? shareOfPoints(read.value) : read.value };
}
