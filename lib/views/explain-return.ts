import { optionReturn } from "@/lib/engine";
import type { InternalRate, OptionReturn, Series } from "@/lib/engine/types";
import { listed, numberFixed } from "@/lib/format";
import { amountDecimals, type ExplainedLine, type Explanation } from "./explain";
import { horizonText, monthRange } from "./months";
import { optionName } from "./names";
import { optionProjection, type Results } from "./results";
import { rateText } from "./return-sentences";
import type { FigureRef } from "./types";

/** A rate of return opened into the cash it is made of: both options year by year from the start. */
export function explainReturn(results: Results, ref: FigureRef): Explanation | null {
  const { plan, projection } = results;
  if (ref.againstId === undefined) return null;
  const answer = optionReturn(plan, projection, ref.optionId, ref.againstId);
  const cashOf = (id: string | undefined) => optionProjection(projection, id)?.cash.all ?? [];
  if (answer === null) return null;
  const [own, baseline] = [cashOf(ref.optionId), cashOf(ref.againstId)];
  const [nameA, nameB] = [optionName(plan, ref.optionId), optionName(plan, ref.againstId)];
  const whole = [sum(own), sum(baseline)];
  const decimals = amountDecimals(whole);
  return {
    subject: `Return: ${nameA} against ${nameB}`,
    title: titleOf(answer.internalRate),
    basis: `The rates a year at which the cash of both has the same net present cost, month by month over ${horizonText(projection.months)}. All rates from −90% to 1,000% are looked for.`,
    heads: ["Months", nameA, nameB],
    lines: years(ref, own, baseline, decimals),
    total: ["Cash, not discounted", ...whole.map((amount) => numberFixed(amount, decimals))],
    ...modifiedNote(answer),
  };
}

function titleOf(answer: InternalRate): string {
  switch (answer.kind) {
    case "return":
      return `At ${rateText(answer.ratePerYearFraction)} a year both cost the same`;
    case "loan":
      return `Cheaper at first, dearer later: like a loan at ${rateText(answer.ratePerYearFraction)} a year`;
    case "several":
      return `Both cost the same at ${listed(answer.ratesPerYearFraction.map(rateText))} a year`;
    case "none":
      return noRateTitles[answer.why];
    default:
      return answer satisfies never;
  }
}

const noRateTitles = {
  noDifference: "No rate: both pay the same in every month",
  noOutlay: "No rate: it costs more in no month, so there is no outlay to earn on",
  noReturn: "No rate: it costs less in no month, so nothing comes back",
  noRate: "No rate from −90% to 1,000% a year makes both cost the same",
  above: "Both cost the same only at a rate over 1,000% a year",
  below: "Both cost the same only at a rate under −90% a year",
} as const;

function modifiedNote(answer: OptionReturn): { readonly note?: string } {
  const modified = answer.modifiedRatePerYearFraction;
  if (modified === null) return {};
  const rate = rateText(answer.discountRatePerYearFraction);
  return {
    note: `Modified return ${rateText(modified)} a year: what is paid more is financed, and what is saved is reinvested, at the plan's ${rate}.`,
  };
}

const monthsPerRow = 12;

function years(
  { optionId, againstId = "" }: FigureRef,
  own: Series,
  baseline: Series,
  decimals: number,
): readonly ExplainedLine[] {
  const rows: ExplainedLine[] = [];
  for (let fromMonth = 0; fromMonth < own.length; fromMonth += monthsPerRow) {
    const toMonth = Math.min(own.length, fromMonth + monthsPerRow) - 1;
    const label = monthRange(fromMonth, toMonth);
    const text = (cash: Series) => numberFixed(sum(cash.slice(fromMonth, toMonth + 1)), decimals);
    rows.push({
      id: String(fromMonth),
      label: label.charAt(0).toUpperCase() + label.slice(1),
      amount: text(own),
      second: text(baseline),
      opens: { optionId, againstId, measure: "cash", fromMonth, toMonth },
    });
  }
  return rows;
}

function sum(amounts: Series): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
