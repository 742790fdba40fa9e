import * as z from "zod/mini";

const isCanonical = /^(0|[1-9]\d*)(\.\d*[1-9])?$/;

/** "00318400.50" is "318400.5": one text for one number, so that equal ones compare equal. */
export function canonicalDecimal(text: string): string {
  if (isCanonical.test(text)) return text;
  const [, sign = "", whole = "", fraction = ""] = /^(-?)0*(\d*)(?:\.(\d*?)0*)?$/.exec(text) ?? [];
  const digits = `${whole || "0"}${fraction ? `.${fraction}` : ""}`;
  return digits === "0" ? digits : `${sign}${digits}`;
}

type Digits = {
  readonly whole: number;
  readonly decimals: number;
  readonly signed?: true;
};

/** A number as text, exact: what someone signs is never a binary fraction. */
export function decimalText({ whole, decimals, signed }: Digits) {
  const form = new RegExp(`^${signed ? "-?" : ""}\\d{1,${whole}}(\\.\\d{1,${decimals}})?$`);
  const message = `Write a number${signed ? "" : " of 0 or more"} with at most ${whole} digits and ${decimals} decimals, such as 1234.50.`;
  return z.string().check(z.regex(form, message), z.overwrite(canonicalDecimal));
}

/** A share from 0 to 1, with at most 6 decimals. */
export const fractionText = z
  .string()
  .check(
    z.regex(/^(0(\.\d{1,6})?|1(\.0{1,6})?)$/, "Enter a share from 0% to 100%."),
    z.overwrite(canonicalDecimal),
  );
