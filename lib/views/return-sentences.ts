import type { OptionReturn } from "@/lib/engine/types";
import { counted, money, percent } from "@/lib/format";
import { agreed, does } from "./agree";
import { horizonText, monthAt, monthNumber } from "./months";
import { optionName } from "./names";
import type { Results } from "./results";

/** One option against the baseline: when it pays back, what it earns, and what that is worth. */
export function returnSentence(results: Results, one: OptionReturn): string {
  const name = optionName(results.plan, one.optionId);
  return `${payback(results, one, name)}${rate(one, name)}; ${worth(results, one)}.`;
}

function payback({ projection }: Results, { payback: answer }: OptionReturn, name: string): string {
  const by = (month: number) =>
    `by ${monthNumber(month)}, ${monthAt(projection.startMonth, month)}`;
  switch (answer.kind) {
    case "atOnce":
      return `${does(name, "costs")} less from the first month on`;
    case "never":
      return `${does(name, "does")} not pay back inside ${horizonText(projection.months)}`;
    case "month":
      return `${does(name, "pays")} back ${by(answer.month)}`;
    case "several":
      return answer.month === null
        ? `${does(name, "is")} ahead for a time, and not at the end`
        : `${does(name, "pays")} back ${by(answer.month)}, for good`;
    default:
      return answer satisfies never;
  }
}

function rate({ internalRate: answer }: OptionReturn, name: string): string {
  switch (answer.kind) {
    case "return":
      return ` and ${agreed(name, "earns")} ${rateText(answer.ratePerYearFraction)} a year`;
    case "loan":
      return `: cheaper at first and dearer later, like a loan at ${rateText(answer.ratePerYearFraction)} a year`;
    case "several":
      return ` and ${agreed(name, "has")} ${counted(answer.ratesPerYearFraction.length, "rate")} of return, so that none of them is its return`;
    case "none":
      return "";
    default:
      return answer satisfies never;
  }
}

function worth({ plan }: Results, { netPresentAdvantage: advantage }: OptionReturn): string {
  const amount = money(Math.abs(advantage), plan.currency);
  if (Math.abs(advantage) < 0.005) return "discounted, both cost the same";
  return `${amount} ${advantage > 0 ? "saved" : "lost"}, discounted`;
}

/** A rate with at most one decimal. */
export function rateText(rateFraction: number): string {
  return percent(Math.round(rateFraction * 1000) / 1000);
}
