import { ratePath } from "@/lib/schemas/exchange-rate";
import type { Plan } from "@/lib/schemas/plan";
import type { Inputs } from "./input-cells";

/** The cell of what one of a currency is worth in the plan's; null for the plan's own. */
export type ConversionCells = (currency: string | undefined) => string | null;

/** A cell for each currency that is asked for: the rates as they stand in the inputs. docs/model.md, "Currencies". */
export function conversionCells(plan: Plan, inputs: Inputs): ConversionCells {
  const written = new Map<string, string>();
  return (currency) => {
    if (currency === undefined || currency === plan.currency) return null;
    const cell = written.get(currency) ?? write(plan, inputs, currency);
    written.set(currency, cell);
    return cell;
  };
}

function write(plan: Plan, inputs: Inputs, from: string): string {
  const to = plan.currency;
  const rate = (one: string, other: string) => halfOf(plan, inputs, one, other);
  const [first, second] = [rate(from, "USD"), rate("USD", to)];
  const way = rate(from, to) ?? (first && second ? `${first}*${second}` : null);
  if (way === null) throw new Error(`No rate joins ${from} and ${to}.`);
  return inputs.given(`One ${from} in ${to}`, "exchangeRate", { formula: way });
}

/** The pair's rate, or 1 / that of the pair turned round. */
function halfOf({ exchangeRates = [] }: Plan, inputs: Inputs, from: string, to: string) {
  const has = (one: string, other: string) =>
    exchangeRates.some((row) => row.from === one && row.to === other);
  if (has(from, to)) return inputs.figure(ratePath({ from, to }));
  return has(to, from) ? `(1/${inputs.figure(ratePath({ from: to, to: from }))})` : null;
}
