import { discounted, figureAt } from "@/lib/engine";
import type { CostLine, OptionProjection, View } from "@/lib/engine/types";
import { columnDecimals, counted, moneyFull, numberFixed, percent, tokensFull } from "@/lib/format";
import type { EvidenceClass } from "@/lib/schemas/figure";
import { weakestEvidence } from "./evidence";
import { inputNoun } from "./links";
import { monthAt, monthNumber } from "./months";
import { basisWords, lineNames, optionName, taxWords } from "./names";
import { optionProjection, type Results } from "./results";
import type { FigureRef } from "./types";

export type ExplainedLine = {
  readonly id: string;
  readonly label: string;
  readonly amount: string;
  /** Per million tokens, or the other option's amount. */
  readonly second?: string;
  readonly evidence?: EvidenceClass;
  readonly opens: FigureRef;
};

/** A figure opened into its lines. */
export type Explanation = {
  readonly subject: string;
  /** The division or the sum itself. */
  readonly title: string;
  readonly basis: string;
  readonly heads: readonly string[];
  readonly lines: readonly ExplainedLine[];
  readonly total: readonly string[];
  /** What the end of the horizon leaves out of the total, and how much that is. */
  readonly beside?: {
    readonly title: string;
    readonly lines: readonly { readonly label: string; readonly amount: string }[];
  };
  readonly note?: string;
};

type Range = { readonly from: number; readonly to: number };
type Measured = { readonly line: CostLine; readonly amount: number };

export function explain(results: Results, ref: FigureRef): Explanation | null {
  const option = optionProjection(results.projection, ref.optionId);
  if (option?.status !== "complete") return null;
  return ref.measure === "costPerMillionTokens"
    ? explainTokenCost(results, option, ref)
    : explainSum(results, option, ref);
}

/** The lines of an option that a figure is made of, with what each comes to. */
export function measuredLines(
  results: Results,
  option: OptionProjection,
  ref: FigureRef,
): readonly Measured[] {
  const range = rangeOf(results, ref);
  const rate = figureAt(results.plan, "assumptions.discountRatePerYearFraction")?.value ?? 0;
  return option.lines
    .filter(({ use }) => ref.measure !== "costPerMillionTokens" || use === "inference")
    .map((line) => ({
      line,
      amount: sumOver(
        ref.measure === "netPresentCost" ? discounted(line.cash, rate) : line[viewOf(ref)],
        range,
      ),
    }))
    .filter(({ amount }) => amount !== 0);
}

export function viewOf({ measure }: FigureRef): View {
  return measure === "accrual" || measure === "costPerMillionTokens" ? "accrual" : "cash";
}

function rangeOf({ projection }: Results, { fromMonth, toMonth }: FigureRef): Range {
  return { from: fromMonth ?? 0, to: toMonth ?? projection.months - 1 };
}

function sumOver(series: readonly number[], { from, to }: Range): number {
  return series.slice(from, to + 1).reduce((sum, amount) => sum + amount, 0);
}

function periodText({ projection }: Results, { from, to }: Range): string {
  const at = (month: number) => monthAt(projection.startMonth, month);
  if (from === to) return `${monthNumber(from)}, ${at(from)}`;
  return `${counted(to - from + 1, "month")}, ${at(from)} to ${at(to)}`;
}

function explainSum(results: Results, option: OptionProjection, ref: FigureRef): Explanation {
  const { plan } = results;
  const lines = measuredLines(results, option, ref);
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  const decimals = amountDecimals([total, ...lines.map(({ amount }) => amount)]);
  const rate = figureAt(plan, "assumptions.discountRatePerYearFraction")?.value ?? 0;
  const basis =
    ref.measure === "netPresentCost"
      ? `${basisWords(plan, "cash")}, each month divided by (1 + ${percent(rate)})^(months / 12)`
      : basisWords(plan, viewOf(ref));
  const period = periodText(results, rangeOf(results, ref));
  return {
    subject: optionName(plan, option.optionId),
    title: `${moneyFull(total, plan.currency)} = sum of ${counted(lines.length, "line")}`,
    basis: `${capital(period)}, ${basis}.`,
    heads: ["Line", `${plan.currency}`],
    lines: lines.map((measured) => explainedLine(plan, ref, measured, { total, decimals })),
    total: ["Total of the lines", numberFixed(total, decimals)],
    ...besideOf(results, option, ref, decimals),
    ...weakestNote(results, lines, total),
  };
}

/** Of a total over the whole horizon; what is counted already stands among the lines. */
function besideOf(
  { plan, projection }: Results,
  { summary }: OptionProjection,
  { measure, fromMonth = 0, toMonth = projection.months - 1 }: FigureRef,
  decimals: number,
): Pick<Explanation, "beside"> {
  const isWhole = fromMonth === 0 && toMonth === projection.months - 1;
  if (!isWhole || measure === "netPresentCost") return {};
  const { remainingBookValue, owedAtHorizon, committedBeyondHorizon } = summary;
  const left = [
    ...(plan.assumptions.countRemainingBookValue
      ? []
      : [
          { label: lineNames.remainingBookValue, amount: remainingBookValue },
          { label: lineNames.owedAtHorizon, amount: owedAtHorizon },
        ]),
    { label: "Committed beyond the horizon", amount: committedBeyondHorizon },
  ].filter(({ amount }) => amount !== 0);
  if (left.length === 0) return {};
  return {
    beside: {
      title: "Not in the total, at the end of the horizon",
      lines: left.map(({ label, amount }) => ({ label, amount: numberFixed(amount, decimals) })),
    },
  };
}

function explainTokenCost(results: Results, option: OptionProjection, ref: FigureRef): Explanation {
  const { plan, projection } = results;
  const range = rangeOf(results, ref);
  const lines = measuredLines(results, option, ref);
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  const tokens = sumOver(projection.servedTokens, range);
  const decimals = amountDecimals([total, ...lines.map(({ amount }) => amount)]);
  const price = (amount: number) => (amount / tokens) * 1e6;
  const priceDecimals = columnDecimals([price(total), ...lines.map(({ amount }) => price(amount))]);
  const perMillion = (amount: number) =>
    tokens > 0 ? numberFixed(price(amount), priceDecimals) : "n/a";
  const whole = tokens > 0 ? moneyFull(price(total), plan.currency) : "n/a";
  return {
    subject: `${optionName(plan, option.optionId)}, per million tokens`,
    title: `${whole} = ${moneyFull(total, plan.currency)} / ${tokensFull(tokens)} tokens`,
    basis: `${capital(periodText(results, range))}. Inference as consumed${taxWords(plan)}, training apart; served tokens, without retries.`,
    heads: ["Line", plan.currency, `${plan.currency}/M tokens`],
    lines: lines.map((measured) => ({
      ...explainedLine(plan, ref, measured, { total, decimals }),
      second: perMillion(measured.amount),
    })),
    total: ["Total of the lines", numberFixed(total, decimals), perMillion(total)],
    ...weakestNote(results, lines, total),
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Decimals of amounts that are read together: whole units, or cents. */
export function amountDecimals(amounts: readonly number[]): number {
  return Math.min(2, columnDecimals(amounts));
}

function explainedLine(
  plan: Results["plan"],
  ref: FigureRef,
  { line, amount }: Measured,
  { total, decimals }: { readonly total: number; readonly decimals: number },
): ExplainedLine {
  const evidence = weakestEvidence(plan, line.inputs);
  return {
    id: `${line.id}.${line.use}`,
    label: line.use === "training" ? `${lineNames[line.id]}, training` : lineNames[line.id],
    amount: numberFixed(amount, decimals),
    ...(evidence && Math.abs(amount) > 0 && total !== 0 && { evidence }),
    opens: { ...ref, lineId: `${line.id}.${line.use}` },
  };
}

/** Which line makes the whole only as firm as it is. */
function weakestNote({ plan }: Results, lines: readonly Measured[], total: number) {
  const deciding = lines.filter(({ amount }) => Math.abs(amount) >= Math.abs(total) * 0.01);
  const weakest = weakestEvidence(
    plan,
    deciding.flatMap(({ line }) => line.inputs),
  );
  if (!weakest || weakest === "measured") return {};
  const decided = deciding
    .flatMap(({ line }) => line.inputs)
    .find((path) => figureAt(plan, path)?.evidence === weakest);
  const label = decided && inputNoun(plan, decided);
  return label ? { note: `The weakest input decides the mark: ${label} is ${weakest}.` } : {};
}
