import { type ExchangeRate, ratePath } from "@/lib/schemas/exchange-rate";

export type Pair = Pick<ExchangeRate, "from" | "to">;

/** A row for each pair once: those with a rate, then those that wait for one. */
export function ratePairs(held: readonly Pair[], waiting: readonly Pair[]): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  for (const pair of [...held, ...waiting]) {
    const path = ratePath(pair);
    if (!pairs.has(path)) pairs.set(path, pair);
  }
  return [...pairs.values()];
}
