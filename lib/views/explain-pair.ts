import { figureAt } from "@/lib/engine";
import type { LineId, OptionProjection } from "@/lib/engine/types";
import { money, moneyFull, numberFixed, percent } from "@/lib/format";
import { amountDecimals, type ExplainedLine, type Explanation, measuredLines } from "./explain";
import { monthAt, monthNumber, monthRange } from "./months";
import { basisWords, lineNames, optionName } from "./names";
import { optionProjection, type Results } from "./results";
import type { FigureRef } from "./types";

/** Why one option costs less than another: both options' lines over some months, side by side. */
export function explainPair(results: Results, ref: FigureRef): Explanation | null {
  const { plan, projection } = results;
  const a = optionProjection(projection, ref.optionId);
  const b = optionProjection(projection, ref.againstId);
  if (a?.status !== "complete" || b?.status !== "complete") return null;
  const from = ref.fromMonth ?? 0;
  const to = ref.toMonth ?? projection.months - 1;
  const view = ref.measure === "accrual" ? "accrual" : "cash";
  const [sumA, sumB] = [a, b].map((option) => summed(results, option, ref)) as [number, number];
  const [nameA, nameB] = [a, b].map(({ optionId }) => optionName(plan, optionId)) as [
    string,
    string,
  ];
  const decimals = amountDecimals([sumA, sumB]);
  const at = (month: number) => monthAt(projection.startMonth, month);
  const rate = figureAt(plan, discountPath)?.value ?? 0;
  const discount =
    ref.measure === "netPresentCost" ? `discounted at ${percent(rate)} a year` : "not discounted";
  return {
    subject: `Why: ${nameA} against ${nameB}`,
    title: `${from === 0 ? `By ${monthNumber(to)}` : `In ${monthRange(from, to)}`}, ${moneyFull(sumA, plan.currency)} against ${moneyFull(sumB, plan.currency)}`,
    basis: `From ${from === 0 ? "the start" : at(from)} to ${at(to)}, ${basisWords(plan, view)}, ${discount}.`,
    heads: ["Line", nameA, nameB],
    lines: pairedLines(results, [a, b], { ref, decimals }),
    total: ["Total of the lines", ...[sumA, sumB].map((sum) => numberFixed(sum, decimals))],
    note: lastMonth(results, a, b, to),
  };
}

const discountPath = "assumptions.discountRatePerYearFraction";

function summed(results: Results, option: OptionProjection, ref: FigureRef): number {
  return measuredLines(results, option, ref).reduce((sum, { amount }) => sum + amount, 0);
}

/** One row for each line that either has; a line only one option has reads "none" for the other. */
function pairedLines(
  results: Results,
  [a, b]: readonly [OptionProjection, OptionProjection],
  { ref, decimals }: { readonly ref: FigureRef; readonly decimals: number },
): readonly ExplainedLine[] {
  const of = (option: OptionProjection) =>
    new Map(
      measuredLines(results, option, ref).map(({ line, amount }) => [
        `${line.id}.${line.use}`,
        amount,
      ]),
    );
  const [left, right] = [of(a), of(b)];
  const keys = [...new Set([...left.keys(), ...right.keys()])];
  const text = (amount: number | undefined) =>
    amount === undefined ? "none" : numberFixed(amount, decimals);
  return keys.map((key) => {
    const [id, use] = key.split(".") as [LineId, string];
    const { againstId, ...single } = ref;
    return {
      id: key,
      label: use === "training" ? `${lineNames[id]}, training` : lineNames[id],
      amount: text(left.get(key)),
      second: text(right.get(key)),
      opens: {
        ...single,
        optionId: left.has(key) ? a.optionId : (againstId ?? b.optionId),
        lineId: key,
      },
    };
  });
}

/** What the month itself adds to each: the slope that made the lines meet. */
function lastMonth(
  { plan, projection, view }: Results,
  a: OptionProjection,
  b: OptionProjection,
  month: number,
): string {
  const adds = [a, b].map(
    (option) =>
      `${optionName(plan, option.optionId)} ${money(option[view].all[month] ?? 0, plan.currency)}`,
  );
  return `In ${monthAt(projection.startMonth, month)} alone: ${adds.join(", ")}.`;
}
