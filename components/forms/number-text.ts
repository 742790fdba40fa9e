import type { Unit } from "@/lib/schemas/figure";

const multiples: Record<string, number> = { "": 0, k: 3, m: 6, b: 9 };

function isPercent(unit: Unit): boolean {
  return unit === "fraction" || unit === "fractionPerYear";
}

/** Plain decimals of value x 10^places, moved in text: in binary 1.1 / 100 is not 0.011. */
function plainText(value: number, places: number): string {
  const [mantissa = "", exponent = "0"] = String(Math.abs(value)).split("e");
  const [whole = "", decimals = ""] = mantissa.split(".");
  const digits = whole + decimals;
  const point = whole.length + Number(exponent) + places;
  const padded = digits.padEnd(point, "0").padStart(digits.length - Math.min(point - 1, 0), "0");
  const at = Math.max(point, 1);
  const fraction = padded.slice(at).replace(/0+$/, "");
  const integer = padded.slice(0, at).replace(/^0+(?=\d)/, "");
  return `${value < 0 ? "−" : ""}${integer}${fraction ? `.${fraction}` : ""}`;
}

/** Removes thousands separators; a comma before one, two or many last digits is a decimal point. */
function plainDigits(text: string): string | null {
  const dense = text.replace(/(?<=\d)[\s'’](?=\d{3}(?!\d))/g, "");
  if (/^\d{1,3}(,\d{3})+(\.\d*)?$/.test(dense)) return dense.replaceAll(",", "");
  if (/^\d*,\d+$/.test(dense)) return dense.replace(",", ".");
  return /^(\d+\.?\d*|\.\d+)$/.test(dense) ? dense : null;
}

/**
 * Reads what a person types: a number in the stored unit, null for an empty field (unpriced),
 * or the text itself where it is no number, so that the check can name it.
 */
export function parseEntry(text: string, unit: Unit): number | string | null {
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.toLowerCase() === "unpriced") return null;
  const parts = /^([-−–]?)\s*[$€£]?\s*([\d.,\s'’]*\d\.?)\s*([kmb]?)\s*%?$/i.exec(trimmed);
  const digits = parts ? plainDigits(parts[2] ?? "") : null;
  if (!parts || digits === null) return trimmed;
  const places = (multiples[(parts[3] ?? "").toLowerCase()] ?? 0) - (isPercent(unit) ? 2 : 0);
  const value = Number(`${digits}e${places}`);
  return parts[1] && value !== 0 ? -value : value;
}

/** What stands in the field: every digit, grouped, with a real minus. */
export function entryText(value: number | string | null | undefined, unit: Unit): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  const [whole = "", ...rest] = plainText(value, isPercent(unit) ? 2 : 0).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return [grouped, ...rest].join(".");
}
