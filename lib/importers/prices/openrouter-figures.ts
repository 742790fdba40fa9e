import {
  type Amount,
  type AmountFault,
  isFault,
  perMillion,
  readAmount,
  withoutNoise,
} from "./amounts";
import { isRecord } from "./json-text";
import type { ImportedPrice } from "./price-import";

type Row = Readonly<Record<string, unknown>>;
type Figures = ImportedPrice["figures"];
export type OpenrouterFigures =
  | { readonly figures: Figures }
  | { readonly field: string; readonly fault: AmountFault };

const fields = {
  inputPrice: "prompt",
  outputPrice: "completion",
  cachedInputPrice: "input_cache_read",
  cacheWritePrice: "input_cache_write",
} as const;

/** The prices of one model, named like the fields of an API option; or what keeps them from being read. */
export function openrouterFigures(pricing: Row): OpenrouterFigures {
  const amounts: Record<string, Amount> = {};
  for (const [name, field] of Object.entries(fields)) {
    const isNeeded = field === "prompt" || field === "completion";
    if (!isNeeded && !Object.hasOwn(pricing, field)) continue;
    const amount = readAmount(pricing[field]);
    if (isFault(amount)) return { field, fault: amount };
    amounts[name] = amount;
  }
  const plain = Object.entries(amounts).map(([name, amount]) => [
    name,
    { unit: "moneyPerMillionTokens", value: perMillion(amount) },
  ]);
  return { figures: { ...Object.fromEntries(plain), ...longContext(pricing, amounts) } };
}

/** The first of the prices for long prompts; an API option has one threshold. */
function longContext(
  { overrides }: Row,
  { inputPrice, outputPrice }: Record<string, Amount>,
): Figures {
  const first: unknown = Array.isArray(overrides) ? overrides[0] : undefined;
  if (!isRecord(first) || !inputPrice?.value || !outputPrice?.value) return {};
  const [from, input, output] = [first.min_prompt_tokens, first.prompt, first.completion].map(
    readAmount,
  );
  if (!from || !input || !output || isFault(from) || isFault(input) || isFault(output)) return {};
  const ratios = [input.value / inputPrice.value, output.value / outputPrice.value].map(
    withoutNoise,
  );
  if (ratios.some((ratio) => ratio < 1)) return {};
  return {
    longContextFromTokens: { unit: "tokensPerRequest", value: from.value },
    longContextInputRatio: { unit: "ratio", value: ratios[0] ?? 1 },
    longContextOutputRatio: { unit: "ratio", value: ratios[1] ?? 1 },
  };
}
