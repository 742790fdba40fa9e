import { tokensPerMillion } from "./units";

/** cost / tokens x 10^6; null without tokens. Unit: money per million tokens. */
export function costPerMillionTokens(cost: number, tokens: number): number | null {
  return tokens > 0 ? (cost / tokens) * tokensPerMillion : null;
}
