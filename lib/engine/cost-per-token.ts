import { tokensPerMillion } from "./units";

/** Less than one token a month is no demand: a cost over it says nothing. */
export const fewestTokens = 1;

/** cost / tokens x 10^6; null without tokens. Unit: money per million tokens. */
export function costPerMillionTokens(cost: number, tokens: number): number | null {
  return tokens >= fewestTokens ? (cost / tokens) * tokensPerMillion : null;
}
