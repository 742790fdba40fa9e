import { optionReturn, returnBounds } from "@/lib/engine";
import type { MonthPayback, OptionReturn } from "@/lib/engine/types";
import { money, percent } from "@/lib/format";
import { does } from "./agree";
import { horizonText, monthAt, monthNumber } from "./months";
import { basisWords, optionName } from "./names";
import { completeOptions, type Results } from "./results";
import { rateText, returnSentence } from "./return-sentences";
import { amountCells, textCell } from "./table";
import type { Cell, FigureRef, TableView } from "./types";

export type ReturnsView = {
  readonly title: string;
  readonly basis: string;
  /** One for each option. */
  readonly sentences: readonly string[];
  readonly table: TableView;
};

/** What each other option's cash earns against the baseline's; null where there is nothing to compare. */
export function returnsView(results: Results): ReturnsView | null {
  const { plan, projection } = results;
  const baselineId = projection.baselineOptionId;
  if (baselineId === null) return null;
  const found = completeOptions(projection).flatMap(
    ({ optionId }) => optionReturn(plan, projection, optionId, baselineId) ?? [],
  );
  const [first] = found;
  if (first === undefined) return null;
  const baseline = optionName(plan, baselineId);
  const rate = percent(first.discountRatePerYearFraction);
  return {
    title: titleOf(results, found, baseline),
    basis: `What each option saves and costs against ${baseline}, the baseline, month by month, ${basisWords(plan, "cash")}, inside ${horizonText(projection.months)}. The advantage is discounted at ${rate} a year; the modified return is financed and reinvested at the same ${rate}.`,
    sentences: found.map((one) => returnSentence(results, one)),
    table: tableOf(results, found, baseline),
  };
}

/** Of the option that is furthest ahead. */
function titleOf({ plan }: Results, found: readonly OptionReturn[], baseline: string): string {
  const [best] = found.toSorted((a, b) => b.netPresentAdvantage - a.netPresentAdvantage);
  if (best === undefined || best.netPresentAdvantage <= 0)
    return `No option saves against ${baseline} once discounted`;
  const saved = money(best.netPresentAdvantage, plan.currency);
  return `${does(optionName(plan, best.optionId), "saves")} ${saved} against ${baseline}, discounted`;
}

function tableOf(
  { plan, projection }: Results,
  found: readonly OptionReturn[],
  baseline: string,
): TableView {
  const amount = amountCells(found.map(({ netPresentAdvantage }) => netPresentAdvantage));
  return {
    id: "returns",
    about: `against ${baseline}`,
    caption: `${plan.name}: return of each option against ${baseline}, ${basisWords(plan, "cash")}, inside ${horizonText(projection.months)}`,
    columns: [
      { id: "option", label: "Option", align: "left" },
      { id: "advantage", label: "Advantage, discounted", unit: plan.currency, align: "right" },
      { id: "rate", label: "Internal rate of return", unit: "%/yr", align: "right" },
      { id: "modified", label: "Modified return", unit: "%/yr", align: "right" },
      { id: "payback", label: "Payback", align: "left" },
      { id: "discounted", label: "Discounted payback", align: "left" },
    ],
    rows: found.map((one) => {
      const { optionId, baselineOptionId: againstId } = one;
      const opens = (measure: FigureRef["measure"]) => ({ optionId, againstId, measure });
      return {
        id: optionId,
        cells: [
          textCell(optionName(plan, optionId)),
          amount(one.netPresentAdvantage, opens("netPresentCost")),
          { ...rateCell(one), opens: opens("internalRate") },
          percentCell(one.modifiedRatePerYearFraction, "n/a"),
          paybackCell(one.payback, projection.startMonth, opens("cash")),
          paybackCell(one.discountedPayback, projection.startMonth, opens("netPresentCost")),
        ],
      };
    }),
  };
}

function percentCell(rateFraction: number | null, absent: string): Cell {
  if (rateFraction === null) return { text: absent, sort: null };
  return { text: rateText(rateFraction), sort: Number((rateFraction * 100).toFixed(1)) };
}

const noRate = {
  noDifference: "no difference",
  noOutlay: "no outlay",
  noReturn: "no return",
  noRate: "no rate",
  below: `under ${percent(returnBounds.lowestFraction)}`,
} as const;

const noRateText = (why: keyof typeof noRate | "above"): string =>
  why === "above" ? `over ${percent(returnBounds.highestFraction)}` : noRate[why];

function rateCell({ internalRate: answer }: OptionReturn): Cell {
  switch (answer.kind) {
    case "return":
      return percentCell(answer.ratePerYearFraction, "");
    case "loan":
      return { text: `costs ${rateText(answer.ratePerYearFraction)}`, sort: null };
    case "several":
      return { text: "several", sort: null };
    case "none":
      return { text: noRateText(answer.why), sort: null };
    default:
      return answer satisfies never;
  }
}

function paybackCell(payback: MonthPayback, startMonth: string, opens: FigureRef): Cell {
  const at = (month: number) => `${monthNumber(month)}, ${monthAt(startMonth, month)}`;
  switch (payback.kind) {
    case "atOnce":
      return { text: "at once", sort: 0, opens: { ...opens, toMonth: 0 } };
    case "month":
      return { text: at(payback.month), sort: payback.month, opens: upTo(opens, payback.month) };
    case "several":
      return payback.month === null
        ? { text: "not for good", sort: null, opens }
        : { text: at(payback.month), sort: payback.month, opens: upTo(opens, payback.month) };
    case "never":
      return { text: "never", sort: null, opens };
    default:
      return payback satisfies never;
  }
}

function upTo(opens: FigureRef, toMonth: number): FigureRef {
  return { ...opens, toMonth };
}
