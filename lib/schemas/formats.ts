import * as z from "zod/mini";

/** How numbers, dates and currencies read, by choice of whom they are for. */
export const numberStyles = ["1,234.56", "1.234,56", "1 234,56", "1'234.56"] as const;
export const dateStyles = [
  "20 Nov 2026",
  "2026-11-20",
  "20/11/2026",
  "11/20/2026",
  "20.11.2026",
] as const;
export const currencyStyles = ["symbol", "code"] as const;

export const formats = z.strictObject({
  numbers: z.enum(numberStyles),
  dates: z.enum(dateStyles),
  currency: z.enum(currencyStyles),
});
export type Formats = z.infer<typeof formats>;
