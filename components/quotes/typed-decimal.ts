import { canonicalDecimal } from "@/lib/schemas/decimal-text";

/**
 * What was typed or pasted as exact text, or null for nothing; what is no number comes back as it is, so that
 * a message can name it. Understands 1,234.50 and 1.234,50 and 1 234.50, and signs of currency and percent.
 */
export function typedDecimal(typed: string): string | null {
  const bare = typed
    .trim()
    .replace(/[\u2212\u2013]/g, "-")
    .replace(/^(-?)\s*([A-Z]{3}\b|[$\u20ac\u00a3\u00a5])?\s*/, "$1")
    .replace(/\s*([A-Z]{3}|[$\u20ac\u00a3\u00a5%])$/, "")
    .replace(/(?<=\d)[\s\u00a0'\u2019](?=\d{3}(?!\d))/g, "");
  if (bare === "" || bare.toLowerCase() === "unpriced") return null;
  const plain = withPoint(bare);
  return /^-?\d+(\.\d+)?$/.test(plain) ? canonicalDecimal(plain) : typed.trim();
}

/** The last of two kinds of mark parts the decimals; a lone comma before three digits parts thousands. */
function withPoint(text: string): string {
  const [comma, point] = [text.lastIndexOf(","), text.lastIndexOf(".")];
  if (comma >= 0 && point >= 0)
    return comma > point ? text.replaceAll(".", "").replace(",", ".") : text.replaceAll(",", "");
  if (comma < 0) return text;
  return /^-?\d{1,3}(,\d{3})+$/.test(text) ? text.replaceAll(",", "") : text.replace(",", ".");
}

/** "3.5" percent as the share "0.035", by moving the point alone. */
export function typedPercent(typed: string): string | null {
  const text = typedDecimal(typed);
  if (text === null || !/^\d+(\.\d+)?$/.test(text)) return text;
  const [whole = "", rest = ""] = text.split(".");
  const digits = whole.padStart(3, "0");
  return canonicalDecimal(`${digits.slice(0, -2)}.${digits.slice(-2)}${rest}`);
}

/** A share as it stands in a field: "0.035" is "3.5". */
export function percentEntry(fraction: string | null): string {
  if (fraction === null) return "";
  const [whole = "0", rest = ""] = fraction.split(".");
  const digits = rest.padEnd(2, "0");
  return canonicalDecimal(`${whole}${digits.slice(0, 2)}.${digits.slice(2) || "0"}`);
}
