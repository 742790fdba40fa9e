import { currencySymbol, isPercentUnit } from "@/lib/format";
import { currencyMend } from "@/lib/schemas/currency-mend";
import { type FieldSpec, missingWord, type Unit } from "@/lib/schemas/figure";
import { shownBounds, shownInput, shownValue } from "@/lib/schemas/shown";

/** What a typed number is held against. `label` is the name that errors say. */
export type NumberRule = Pick<
  FieldSpec,
  "label" | "unit" | "min" | "max" | "integer" | "maxDecimals"
> & {
  /** Empty is then an error, not a missing figure. */
  readonly required?: boolean;
  /** An amount typed in another currency is then refused. */
  readonly currency?: string;
};

export type NumberReading =
  | { readonly ok: true; readonly value: number | null }
  | { readonly ok: false; readonly message: string };

/** Reads what was typed and holds it against the rule, or says what to type instead. */
export function readNumber(text: string, rule: NumberRule): NumberReading {
  const value = parseEntry(text, rule.unit, rule.currency);
  if (value === null && !rule.required) return { ok: true, value };
  const decimals = rule.maxDecimals ?? 100;
  const fits =
    typeof value === "number" &&
    value >= rule.min &&
    value <= rule.max &&
    (!rule.integer || Number.isInteger(value)) &&
    Number(value.toFixed(decimals)) === value;
  if (fits) return { ok: true, value };
  const shown = typeof value === "number" ? shownValue(rule, value) : shownInput(value);
  return { ok: false, message: `${rule.label} is ${shown}. ${mend(rule, value)}` };
}

/** What stands in the field: every digit, thousands apart, with a real minus; a fraction as a percentage. */
export function entryText(value: number | string | null | undefined, unit: Unit): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (!Number.isFinite(value)) return "";
  const [whole = "", ...rest] = plainText(value, isPercentUnit(unit) ? 2 : 0).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return [grouped, ...rest].join(".");
}

/**
 * Reads what a person types: a number in the stored unit, null for an empty field,
 * or the text itself where it is no number, so that a message can name it. Understands 1,234.5
 * and 1.234,5 and 1 234,5, a currency or percent sign, k, M and B, and every kind of minus. A
 * lone comma before three digits parts thousands; a lone point is always a decimal point. Where
 * the plan's currency is given, an amount that names another is no number: nothing converts it.
 */
export function parseEntry(text: string, unit: Unit, currency?: string): number | string | null {
  const typed = text.trim();
  if (typed === "" || missingWords.includes(typed.toLowerCase())) return null;
  if (currency && namesOther(typed, currency)) return typed;
  const bare = typed
    .replace(/[−–﹣－]/g, "-")
    .replace(/(?<=\d)[\s'’](?=\d{3}(?!\d))/g, "")
    .replace(/\s/g, "")
    .replace(/^([+-]?)(?:[A-Z]{3}|[$€£¥₹])/, "$1")
    .replace(/(?:[A-Z]{3}|[$€£¥₹%])$/, "");
  const parts = /^([+-]?)([\d.,]+)(?:e([+-]?\d{1,3}))?([kmb]?)$/i.exec(bare);
  const decimal = parts && plainDigits(parts[2] ?? "");
  if (!parts || !decimal) return typed;
  const multiple = { k: 3, m: 6, b: 9 }[(parts[4] ?? "").toLowerCase()] ?? 0;
  const places = Number(parts[3] ?? 0) + multiple - (isPercentUnit(unit) ? 2 : 0);
  // Through text, because in binary 1.1 / 100 is not 0.011.
  const value = Number(`${decimal}e${places}`);
  if (!Number.isFinite(value)) return typed;
  return parts[1] === "-" && value !== 0 ? -value : value;
}

/** The words a field shows while it is empty mean the same when they are typed. */
const missingWords = ["unpriced", "missing"];

function namesOther(typed: string, currency: string): boolean {
  const symbol = currencySymbol(currency);
  const named = typed.match(/[A-Z]{3}|[$€£¥₹]/g) ?? [];
  return named.some((name) => name !== currency && !symbol.includes(name));
}

/** Digits with at most one point, or null where the separators make no sense. */
function plainDigits(digits: string): string | null {
  const decimalMark = digits.lastIndexOf(",") > digits.lastIndexOf(".") ? "," : ".";
  const groupMark = decimalMark === "," ? "." : ",";
  if (/^[1-9]\d{0,2}(,\d{3})+$/.test(digits)) return digits.replaceAll(",", "");
  if (/^[1-9]\d{0,2}(\.\d{3}){2,}$/.test(digits)) return digits.replaceAll(".", "");
  const [whole = "", decimals = "", ...more] = digits.split(decimalMark);
  const grouped = /^\d{1,3}([.,]\d{3})+$/.test(whole) && !whole.includes(decimalMark);
  const plain = grouped ? whole.replaceAll(groupMark, "") : whole;
  if (more.length > 0 || !/^\d*$/.test(plain) || !/^\d*$/.test(decimals)) return null;
  return plain + decimals === "" ? null : `${plain || "0"}.${decimals || "0"}`;
}

/** Plain decimals of value x 10^places, moved in text for the same reason. */
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

function mend(rule: NumberRule, value: number | string | null): string {
  const whole = rule.integer ? "a whole number from " : "";
  const decimals =
    rule.maxDecimals === undefined ? "" : `, with at most ${rule.maxDecimals} decimals`;
  const empty = rule.required ? "" : `, or leave it empty to mark it ${missingWord(rule.unit)}`;
  return `Enter ${currencyMend(rule, value, rule.currency)}${whole}${shownBounds(rule)}${decimals}${empty}.`;
}
