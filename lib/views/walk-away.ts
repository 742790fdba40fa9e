import { figureAt, walkAwayPrice } from "@/lib/engine";
import { moneyFull, percent } from "@/lib/format";
import type { EvidenceClass } from "@/lib/schemas/figure";
import { agreed, does } from "./agree";
import { optionCurrency } from "./currency";
import { horizonText } from "./months";
import { optionName, taxWords } from "./names";
import type { Results } from "./results";
import type { FigureRef } from "./types";
import { walkAwayBaseline } from "./walk-away-baseline";

export type WalkAwayView = {
  readonly optionId: string;
  readonly baselineId: string;
  readonly question: string;
  /** The price, or the word that stands for it. */
  readonly answer: string;
  readonly unit: string;
  readonly sentence: string;
  readonly opens?: FigureRef;
  readonly quote?: {
    readonly text: string;
    readonly source: string;
    readonly evidence: EvidenceClass;
  };
  /** Shares of the drawn line, 0..1, from nothing to a little past the larger of both. */
  readonly line?: { readonly quoteAt: number; readonly priceAt: number };
};

/** The highest server price that still breaks even with another option, beside the quote. */
export function walkAwayView(
  results: Results,
  optionId: string,
  baselineId = walkAwayBaseline(results, optionId),
): WalkAwayView | null {
  const { plan, projection } = results;
  const option = plan.options.find(({ id }) => id === optionId);
  if (option?.kind !== "on-premises" || baselineId === undefined) return null;
  const name = option.name;
  const baseline = optionName(plan, baselineId);
  const horizon = horizonText(projection.months);
  const { verdict, serverPrice, quotedServerPrice } = walkAwayPrice(
    plan,
    optionId,
    baselineId,
    projection,
  );
  const common = {
    optionId,
    baselineId,
    question: `Highest server price at which ${name} still ${agreed(name, "breaks")} even with ${baseline} inside ${horizon}, discounted${taxWords(plan)}`,
  };
  if (verdict === "price" && serverPrice !== null) {
    return {
      ...common,
      ...priced(results, { optionId, baselineId, serverPrice, quotedServerPrice }),
    };
  }
  const words = {
    price: "",
    always: `${does(name, "costs")} less than ${baseline} at any server price: nothing that counts is bought inside ${horizon}.`,
    never: `Even at a server price of nothing, ${name} would not break even with ${baseline} inside ${horizon}.`,
    unranked: `${name} or ${baseline} lacks a figure, so no price can be named.`,
  };
  const answers = { price: "", always: "Any price", never: "No price", unranked: "Not ranked" };
  return { ...common, answer: answers[verdict], unit: "", sentence: words[verdict] };
}

type Priced = {
  readonly optionId: string;
  readonly baselineId: string;
  readonly serverPrice: number;
  readonly quotedServerPrice: number | null;
};

function priced(
  { plan }: Results,
  { optionId, baselineId, serverPrice, quotedServerPrice }: Priced,
) {
  const option = plan.options.find(({ id }) => id === optionId);
  const currency = optionCurrency(plan, optionId);
  const price = moneyFull(serverPrice, currency);
  const figure = figureAt(plan, `options.${optionId}.quote.serverPrice`);
  const common = {
    answer: price,
    unit: "a server, before installation and sales tax",
    opens: { optionId, measure: "walkAwayPrice", againstId: baselineId } as const,
  };
  if (quotedServerPrice === null || option?.kind !== "on-premises" || !figure) {
    return { ...common, sentence: "There is no quoted price to set beside it." };
  }
  const room = serverPrice - quotedServerPrice;
  const { supplierName, number } = option.quote;
  const end = Math.max(serverPrice, quotedServerPrice) * 1.12;
  const share =
    quotedServerPrice > 0
      ? ` (${percent(Math.round((room / quotedServerPrice) * 1000) / 1000)})`
      : "";
  return {
    ...common,
    sentence:
      room >= 0
        ? `Room of ${moneyFull(room, currency)} a server above the quote${share}.`
        : `The quote is ${moneyFull(-room, currency)} a server too high${share}.`,
    quote: {
      text: moneyFull(quotedServerPrice, currency),
      source: number ? `${supplierName}, ${number}` : supplierName,
      evidence: figure.evidence,
    },
    ...(end > 0 && { line: { quoteAt: quotedServerPrice / end, priceAt: serverPrice / end } }),
  };
}
