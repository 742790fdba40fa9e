import { canonicalDecimal } from "@/lib/schemas/decimal-text";
import type { DecimalSign } from "@/lib/schemas/lines-import";

const spaces = /[\s\u00a0\u2007\u2009\u202f]+/g;

/** Most are: what follows is for the rest. */
const isTidy = /^-?\d[\d.,]*$/;
const isDigits = /^(0|[1-9]\d*)$/;

/** One sign for minus, ordinary digits, no spaces around: "−１ 234" is "-1 234". */
function tidy(text: string): string {
  if (isTidy.test(text)) return text;
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

/** The exact text of a number written with this decimal sign; null for what is none. */
export function readNumber(text: string, decimal: DecimalSign): string | null {
  if (isDigits.test(text)) return text;
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
  const [dots, commas] = [plain.split(".").length - 1, plain.split(",").length - 1];
  if (dots + commas === 0) return null;
  if (dots > 0 && commas > 0)
    return plain.lastIndexOf(".") > plain.lastIndexOf(",") ? "point" : "comma";
  if (dots > 1) return "comma";
  if (commas > 1) return "point";
  const sign: DecimalSign = dots === 1 ? "point" : "comma";
  const [whole = "", rest = ""] = plain.split(/[.,]/);
  return rest.length === 3 && /^[1-9]\d{0,2}$/.test(whole) ? "either" : sign;
}

/** The shortest decimal of a stored number, written out: 1e-7 is "0.0000001". Null for what is no finite number. */
export function decimalOf(value: number): string | null {
  if (!Number.isFinite(value)) return null;
  const [, sign = "", whole = "", fraction = "", power] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([-+]\d+))?$/.exec(String(value)) ?? [];
  if (power === undefined) return canonicalDecimal(String(value));
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
  if (text === null || (text.split(".")[1]?.length ?? 0) <= decimals) return text;
  const shown = decimalOf(Number(value.toPrecision(15)));
  return shown !== null && (shown.split(".")[1]?.length ?? 0) <= decimals ? shown : text;
}

/** Moves the point alone: "3.5" is "0.035". */
export function shareOfPoints(points: string): string {
  const [, sign = "", whole = "", rest = ""] = /^(-?)(\d*)\.?(\d*)$/.exec(points) ?? [];
  const digits = whole.padStart(3, "0");
  return canonicalDecimal(`${sign}${digits.slice(0, -2)}.${digits.slice(-2)}${rest}`);
}
