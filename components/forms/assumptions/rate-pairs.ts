import type { CurrencyPair } from "@/lib/schemas/currency-pair";
import { ratePath } from "@/lib/schemas/exchange-rate";

/** A row for each pair once: those with a rate, then those that wait for one. */
export function ratePairs(
  held: readonly CurrencyPair[],
  waiting: readonly CurrencyPair[],
): readonly CurrencyPair[] {
  const pairs = new Map<string, CurrencyPair>();
  for (const pair of [...held, ...waiting]) {
    const path = ratePath(pair);
    if (!pairs.has(path)) pairs.set(path, pair);
  }
  return [...pairs.values()];
}
