import { conversionOf, convertedAmount, type OrderPart, orderAmounts } from "@/lib/engine";
import { counted, exactAmount, listed, numberFixed } from "@/lib/format";
import type { Plan } from "@/lib/schemas/plan";
import type { PlanQuote } from "@/lib/schemas/plan-quotes";
import type { Award } from "@/lib/schemas/quote-award";
import { ratesText } from "../currency";
import { categoryNames } from "../quote-names";
import { lackText } from "../quotes";
import { awardedOffers } from "./award-words";
import type { Compared } from "./types";

/** What each order of an award costs, as quoted, and in the plan's currency: one for each offer that gets any. */
export function orderTexts(compared: Compared, award: Award): readonly string[] {
  return awardedOffers(compared, award).flatMap(({ name, quote, servers }) => {
    const given = award.quotes.find(({ quoteId }) => quoteId === quote?.quoteId);
    if (!quote || !given) return [];
    const who = `${name} ${quote.number} rev ${given.revision}`;
    if (given.revision !== quote.revision)
      return [
        `${who}: its amount is in that revision; the plan compares revision ${quote.revision} by now.`,
      ];
    return [`${who}, ${orderText(compared.plan, quote, servers)}`];
  });
}

const partNames: Readonly<Record<OrderPart["kind"], string>> = {
  ...categoryNames,
  ...{ freight: "freight", duty: "duty", unrecoverableVat: "tax that does not come back" },
};

const partsText = (parts: readonly OrderPart[]) =>
  listed(
    parts.map(({ kind, amount }) => `${partNames[kind].toLowerCase()} ${exactAmount(amount)}`),
  );

function orderText(plan: Plan, quote: PlanQuote, ordered: number): string {
  const { content, currency, servers: offered } = quote;
  const { total, parts, lacks, split } = orderAmounts(content, currency, { offered, ordered });
  const least = lacks.length > 0 ? "at least " : "";
  const amount = (text: string) => `${least}${currency} ${exactAmount(text)}`;
  const lack = lacks.length > 0 ? ` Missing: ${lackText(lacks, content)}.` : "";
  const inPlan = (text: string) => `${convertedText(plan, currency, text, least)}${lack}`;
  if (split === null)
    return `${counted(ordered, "server")}: ${amount(total)} as quoted (${partsText(parts)}).${inPlan(total)}`;
  const some = `${ordered} of its ${counted(offered, "server")}`;
  const whole = `the whole offer is ${amount(total)} as quoted`;
  if (split === "unclear")
    return `${some}: ${whole} (${partsText(parts)}); what its part costs is to be agreed.${inPlan(total)}`;
  const rest =
    split.whole.length === 0
      ? ""
      : ` Quoted for the whole order, their part to be agreed: ${partsText(split.whole)}, together ${currency} ${exactAmount(split.wholeTotal)}. With them in full: ${amount(split.total)}.`;
  return `${some}: ${amount(split.scaledTotal)} at the quoted unit prices for what goes by servers (${partsText(split.scaled)}).${rest} For comparison, ${whole}.${inPlan(split.total)}`;
}

/** " EUR 100.00 is USD 108.00 at 1 EUR = 1.08 USD (ECB, 1 Nov 2026)."; empty where nothing is converted. */
function convertedText(plan: Plan, from: string, amount: string, least: string): string {
  if (from === plan.currency) return "";
  const { factor, steps } = conversionOf(plan, from);
  if (factor === null) return ` The plan has no rate ${from} to ${plan.currency}.`;
  const value = numberFixed(convertedAmount(amount, factor), 2);
  return ` ${from} ${exactAmount(amount)} is ${least}${plan.currency} ${value} at ${ratesText(plan, { steps })}.`;
}
