import { canonicalDecimal } from "@/lib/schemas/decimal-text";
import type { DecimalSign } from "@/lib/schemas/lines-import";

const spaces = /[\s\u00a0\u2007\u2009\u202f]+/g;

/** Most are, and need no more than a look: what follows is for the rest. */
const tidyForm = /^-?\d[\d.,]*$/;
const isDigits = /^(0|[1-9]\d*)$/;

/** Digits, with signs between them: no word and no currency. */
export const isTidy = (text: string): boolean => tidyForm.test(text);

/** One sign for minus, ordinary digits, no spaces around: "−１ 234" is "-1 234". */
function tidy(text: string): string {
  if (isTidy(text)) return text;
  const plain = text
    .normalize("NFKC")
    .replaceAll(/[\u2212\u2013\u2014\ufe63]/g, "-")
    .trim();
  const [, inBrackets] = /^\((.+)\)$/.exec(plain) ?? [];
  const [, behind] = /^([\d.,'\u2019\s]+)-$/.exec(plain) ?? [];
  return inBrackets ? `-${inBrackets.trim()}` : behind ? `-${behind.trim()}` : plain;
}

const groups = (separator: string) =>
  `\\d{1,3}(?:${separator}\\d{3})+|\\d{1,2}(?:${separator}\\d{2})+${separator}\\d{3}`;
const formOf = (grouping: string, decimal: string) =>
  new RegExp(
    `^[-+]?(?:\\d+|${groups(grouping)}|${groups("['\u2019]")}|${groups(" ")})?(?:${decimal}\\d*)?$`,
  );
const forms: Readonly<Record<DecimalSign, RegExp>> = {
  point: formOf(",", "\\."),
  comma: formOf("\\.", ","),
};
const isPlain = /^\d+(\.\d+)?$/;

/** The exact text of a number written with this decimal sign; null for what is none. */
export function readNumber(text: string, decimal: DecimalSign): string | null {
  if (decimal === "point" ? isPlain.test(text) : isDigits.test(text)) return canonicalDecimal(text);
  const plain = tidy(text)
    .replaceAll(spaces, " ")
    .replace(/^([-+]) /, "$1");
  if (!/\d/.test(plain) || !forms[decimal].test(plain)) return null;
  const bare =
    decimal === "point"
      ? plain.replaceAll(/[,'\u2019 ]/g, "")
      : plain.replaceAll(/[.'\u2019 ]/g, "").replace(",", ".");
  return canonicalDecimal(bare.replace(/^\+/, "").replace(/\.$/, ""));
}

/** The sign that a number as text proves; "either" where it reads both ways, null where it has no sign or is none. */
export function signShownBy(text: string): DecimalSign | "either" | null {
  if (isDigits.test(text)) return null;
  const plain = tidy(text).replace(/^[-+]/, "");
  if (!/^[\d.,'\u2019\s]*\d$/.test(plain)) return null;
  const [dot, comma] = [plain.indexOf("."), plain.indexOf(",")];
  if (dot < 0 && comma < 0) return null;
  if (dot >= 0 && comma >= 0)
    return plain.lastIndexOf(".") > plain.lastIndexOf(",") ? "point" : "comma";
  if (dot !== plain.lastIndexOf(".")) return "comma";
  if (comma !== plain.lastIndexOf(",")) return "point";
  const at = Math.max(dot, comma);
  const isGroup = plain.length - at - 1 === 3 && /^[1-9]\d{0,2}$/.test(plain.slice(0, at));
  return isGroup ? "either" : dot >= 0 ? "point" : "comma";
}

/** The shortest decimal of a stored number, written out: 1e-7 is "0.0000001". Null for what is no finite number. */
export function decimalOf(value: number): string | null {
  if (!Number.isFinite(value)) return null;
  const written = String(value);
  if (!written.includes("e")) return canonicalDecimal(written);
  const [, sign = "", whole = "", fraction = "", power] =
    /^(-?)(\d+)(?:\.(\d+))?e([-+]\d+)$/.exec(written) ?? [];
  const digits = `${whole}${fraction}`;
  const point = whole.length + Number(power);
  const text =
    point <= 0
      ? `0.${"0".repeat(-point)}${digits}`
      : digits.length <= point
        ? digits.padEnd(point, "0")
        : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return canonicalDecimal(`${sign}${text}`);
}

/** As many decimals as fit, where a spreadsheet shows no more: 15 digits are what it keeps of a computed number. */
export function settled(value: number, decimals: number): string | null {
  const text = decimalOf(value);
  if (text === null || decimalsOf(text) <= decimals) return text;
  const shown = decimalOf(Number(value.toPrecision(15)));
  return shown !== null && decimalsOf(shown) <= decimals ? shown : text;
}

const decimalsOf = (text: string): number => {
  const point = text.indexOf(".");
  return point < 0 ? 0 : text.length - point - 1;
};

/** Moves the point alone: "3.5" is "0.035". */
export function shareOfPoints(points: string): string {
  const [, sign = "", whole = "", rest = ""] = /^(-?)(\d*)\.?(\d*)$/.exec(points) ?? [];
  const digits = whole.padStart(3, "0");
  return canonicalDecimal(`${sign}${digits.slice(0, -2)}.${digits.slice(-2)}${rest}`);
}
