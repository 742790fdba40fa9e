/** A number as a source wrote it: JSON's own, or a string in the same spelling. */
export type Amount = { readonly text: string; readonly value: number };
export type AmountFault = { readonly reason: string; readonly mend: string };

const spelling = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
/** More than any number needs, and few enough that each is read at once. */
const longest = 60;
/** Far above any price, and far enough below what a number can hold to be multiplied. */
const dearest = 1e12;

/** A price: finite and not below 0. */
export function readAmount(value: unknown): Amount | AmountFault {
  const text = typeof value === "number" ? String(value) : String(value ?? "").trim();
  if (typeof value !== "number" && typeof value !== "string")
    return { reason: "It is no number.", mend: "Enter a number." };
  if (text.length > longest)
    return {
      reason: `It has more than ${longest} characters.`,
      mend: "Enter a number such as 0.0000025.",
    };
  if (/^\d+,\d+$/.test(text))
    return {
      reason: "It has a comma where a decimal point belongs.",
      mend: `Write ${text.replace(",", ".")}.`,
    };
  const read = spelling.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(read))
    return { reason: "It is no finite number.", mend: "Enter a number such as 0.0000025." };
  if (read < 0) return { reason: "It is below 0.", mend: "Enter a price of 0 or more." };
  if (read > dearest)
    return { reason: "It is larger than any price.", mend: "Enter the price in US dollars." };
  return { text, value: read };
}

export const isFault = (amount: Amount | AmountFault): amount is AmountFault => "mend" in amount;

/** Prices have fewer digits than this; what lies beyond is what binary fractions leave behind. */
const digits = 12;
export const withoutNoise = (value: number): number => Number(value.toPrecision(digits));

/** The decimal point moved in the text, so that no product is rounded: 6e-7 by 6 places is 0.6. */
export function shifted({ text }: Amount, places: number): number {
  const [mantissa = "0", exponent = "0"] = text.toLowerCase().split("e");
  return withoutNoise(Number(`${mantissa}e${Number(exponent) + places}`));
}
export const perMillion = (amount: Amount): number => shifted(amount, 6);
export const perThousand = (amount: Amount): number => shifted(amount, 3);
