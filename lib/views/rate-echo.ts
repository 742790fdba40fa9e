import type { CurrencyPair } from "@/lib/schemas/currency-pair";
import { exchangeRateText } from "./currency";

export type RateEcho = {
  /** "1 EUR = 1,085 USD": what was understood. */
  readonly text: string;
  /** What else the same digits say to half of the world; null where they say one thing. */
  readonly other: { readonly value: number; readonly text: string } | null;
};

/** One comma before three digits parts thousands to some, and is a decimal comma to others. */
const saysTwo = /^[1-9]\d{0,2},\d{3}$/;

/** What a typed rate was taken for, to be seen before it counts. */
export function rateEcho(
  pair: CurrencyPair,
  value: number | string | null,
  typed: string | null,
): RateEcho | null {
  if (typeof value !== "number") return null;
  const bare = typed?.trim() ?? "";
  const other = saysTwo.test(bare) ? Number(bare.replace(",", ".")) : value;
  return {
    text: exchangeRateText(pair, value),
    other: other === value ? null : { value: other, text: exchangeRateText(pair, other) },
  };
}
