import { counted, moneyFull } from "@/lib/format";
import type { PriceSpread } from "@/lib/schemas/price-import";

const shownSpreads = 5;

/** Where sellers ask differently for the same model: how often, and the widest. */
export function spreadWords(spreads: readonly PriceSpread[]): readonly string[] {
  if (spreads.length === 0) return [];
  const head = `${counted(spreads.length, "price")} differ between sellers of the same model, a million tokens. The widest:`;
  return [head, ...spreads.slice(0, shownSpreads).map(lineOf)];
}

function lineOf({ model, field, prices }: PriceSpread): string {
  const [low, high] = [prices[0], prices.at(-1)];
  if (!low || !high) return "";
  const side = field === "inputPrice" ? "input" : "output";
  const end = ({ value, source, date }: typeof low) =>
    `${moneyFull(value, "USD")} (${source}, ${date})`;
  return `  ${model}, ${side}: ${end(low)} to ${end(high)}`;
}
