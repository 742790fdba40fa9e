import { parseEntry } from "@/components/ui/number-text";
import { exactPercent } from "@/lib/format";
import { canonicalDecimal } from "@/lib/schemas/decimal-text";

/**
 * What was typed or pasted as exact text, or null for nothing; what is no number comes back as it is, so that
 * a message can name it. Which number it is, `parseEntry` says, as in every field; its digits are kept here.
 * An amount that names another currency is none.
 */
export function typedDecimal(typed: string, currency?: string): string | null {
  const read = parseEntry(typed, "money", currency);
  if (typeof read !== "number") return read;
  const bare = typed.replace(/[\u2212\u2013\ufe63\uff0d]/g, "-").replace(/[^\d.,-]/g, "");
  const readings = [bare.replaceAll(",", ""), bare.replaceAll(".", "").replace(",", ".")];
  const exact = readings.find((text) => Number(text) === read);
  return exact === undefined ? typed.trim() : canonicalDecimal(exact);
}

/** "3.5" percent as the share "0.035", by moving the point alone. */
export function typedPercent(typed: string): string | null {
  const text = typedDecimal(typed);
  if (text === null || !/^\d+(\.\d+)?$/.test(text)) return text;
  const [whole = "", rest = ""] = text.split(".");
  const digits = whole.padStart(3, "0");
  return canonicalDecimal(`${digits.slice(0, -2)}.${digits.slice(-2)}${rest}`);
}

/** Null for nothing; what is no whole number comes back as it was typed, for a message. */
export const typedWhole = (typed: string): number | string | null =>
  typed.trim() === "" ? null : /^\d+$/.test(typed.trim()) ? Number(typed) : typed;

/** A share as it stands in a field: "0.035" is "3.5". */
export const percentEntry = (fraction: string | null): string =>
  fraction === null ? "" : exactPercent(fraction);
