import { breakEvenVolume, runRateCurve } from "@/lib/engine";
import type { VolumeBreakEven } from "@/lib/engine/types";
import { money, quantity } from "@/lib/format";
import { monthAt, monthNumber } from "./months";
import { optionName, optionStyle, shortOptionName, taxWords } from "./names";
import type { Results } from "./results";
import { type Curves, meetingCost, niceCeiling, niceStep, spanAt } from "./run-rate";
import { volumeSentence, volumeTitle } from "./sentences";
import { amountCells, textCell } from "./table";
import type { ChartMark, ChartPoint, ChartSeries, ChartView, TableView } from "./types";

export type VolumePair = { readonly a: string; readonly b: string; readonly month: number };

type Drawn = {
  readonly curves: Curves;
  readonly breakEven: VolumeBreakEven;
  readonly upToTokens: number;
};

/** How far the search goes: well past the plan's own largest month. */
export function searchBound({ projection }: Results): number {
  const largest = Math.max(0, ...projection.servedTokens);
  return niceCeiling(Math.max(largest * 10, 1e9));
}

/** What a month costs at every volume, whole machines and all, and where the order changes. */
export function volumeChart(results: Results, pair: VolumePair): ChartView | null {
  const { plan, projection } = results;
  const tokens = projection.servedTokens[pair.month] ?? 0;
  const breakEven = breakEvenVolume(plan, pair.a, pair.b, {
    month: pair.month,
    searchUpToTokens: searchBound(results),
  });
  const upToTokens = shownUpTo(breakEven, tokens);
  const curves = curvesOf(results, pair, upToTokens);
  if (!curves || breakEven.verdict === "unranked") return null;
  const names = (id: string) => optionName(plan, id);
  return {
    id: "break-even-volume",
    kind: "stepLine",
    title: volumeTitle(breakEven, names),
    basis: `${volumeSentence(breakEven, names)} Inference alone, one month as consumed${taxWords(plan)}, with the machines in place, same mix of tokens; each step is one more whole server or instance.`,
    unitLabel: `${plan.currency} in ${monthNumber(pair.month)}`,
    x: sampled(upToTokens),
    xNames: sampled(upToTokens).map((at) => `${quantity(at)} tokens a month`),
    xTicks: volumeTicks(upToTokens),
    xLabel: "Tokens a month",
    yFromZero: true,
    yUnit: "money",
    currency: plan.currency,
    series: [lineOf(results, pair.a, curves.a), lineOf(results, pair.b, curves.b)],
    marks: marksOf(breakEven, curves, upToTokens),
    bands: breakEven.intervals
      .filter(({ low }) => low < upToTokens)
      .map(({ low, high }) => ({
        fromX: low,
        toX: Math.min(high ?? upToTokens, upToTokens),
        style: optionStyle(plan, pair.a),
      })),
    guides:
      tokens > 0
        ? [{ x: tokens, label: `${sentenceStart(monthNumber(pair.month))}: ${quantity(tokens)}` }]
        : [],
    get table() {
      return tableOf(results, pair, { curves, breakEven, upToTokens });
    },
  };
}

const samples = 60;

/** Where the hover rule can stand. */
function sampled(upToTokens: number): readonly number[] {
  return Array.from({ length: samples + 1 }, (_, index) => (upToTokens * index) / samples);
}

function sentenceStart(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The volumes at which the order of the two changes, ascending. */
function edgesOf({ intervals }: VolumeBreakEven): readonly number[] {
  return intervals
    .flatMap(({ low, high }) => (high === null ? [low] : [low, high]))
    .filter((edge) => edge > 0)
    .sort((first, second) => first - second);
}

/** Far enough to see the plan's own volume and, where they are near, the first few changes. */
function shownUpTo(breakEven: VolumeBreakEven, tokens: number): number {
  const edges = edgesOf(breakEven).slice(0, 6);
  return niceCeiling(Math.max(tokens * 2, (edges.at(-1) ?? 0) * 1.2, 1e6));
}

function curvesOf(
  { plan }: Results,
  { a, b, month }: VolumePair,
  upToTokens: number,
): Curves | null {
  const [first, second] = [a, b].map((id) => runRateCurve(plan, id, { month, upToTokens }));
  if (!first || !second) return null;
  return { a: pointsOf(first.points), b: pointsOf(second.points) };
}

function pointsOf(points: readonly { tokens: number; cost: number }[]): readonly ChartPoint[] {
  return points.map(({ tokens, cost }) => ({ x: tokens, y: cost }));
}

function volumeTicks(upToTokens: number) {
  const step = niceStep(upToTokens);
  return Array.from({ length: Math.round(upToTokens / step) + 1 }, (_, index) => ({
    at: index * step,
    label: quantity(index * step),
  }));
}

function lineOf({ plan }: Results, id: string, points: readonly ChartPoint[]): ChartSeries {
  const last = points.at(-1);
  return {
    id,
    label: optionName(plan, id),
    shortLabel: shortOptionName(plan, id),
    style: optionStyle(plan, id),
    values: sampled(points.at(-1)?.x ?? 0).map((at) => spanAt(points, at).low),
    points,
    ...(last && { endLabel: money(last.y, plan.currency) }),
  };
}

function marksOf(breakEven: VolumeBreakEven, curves: Curves, upTo: number): ChartMark[] {
  return edgesOf(breakEven)
    .filter((x) => x <= upTo)
    .slice(0, 12)
    .map((x, index) => ({
      id: String(index),
      x,
      y: meetingCost(curves, x),
      rank: "minor",
      title: quantity(x),
    }));
}

const tableSamples = 24;

/** The drawn curves at even steps and at every change of order. */
function tableOf(
  { plan, projection }: Results,
  { a, b, month }: VolumePair,
  { curves, breakEven, upToTokens }: Drawn,
): TableView {
  const edges = edgesOf(breakEven).filter((edge) => edge < upToTokens);
  const even = Array.from(
    { length: tableSamples + 1 },
    (_, index) => (upToTokens * index) / tableSamples,
  );
  const volumes = [...new Set([...even, ...edges])].sort((first, second) => first - second);
  const costs = volumes.map((tokens) => [
    spanAt(curves.a, tokens).low,
    spanAt(curves.b, tokens).low,
  ]);
  const amount = amountCells(costs.flat());
  return {
    id: "break-even-volume",
    about: `${optionName(plan, a)} against ${optionName(plan, b)}, ${monthNumber(month)}`,
    caption: `Cost of ${monthAt(projection.startMonth, month)} by monthly tokens, as consumed`,
    columns: [
      { id: "tokens", label: "Tokens a month", align: "left" },
      { id: "a", label: optionName(plan, a), unit: plan.currency, align: "right" },
      { id: "b", label: optionName(plan, b), unit: plan.currency, align: "right" },
      { id: "cheaper", label: "Cheaper", align: "left" },
    ],
    rows: volumes.map((tokens, index) => {
      const [costA = 0, costB = 0] = costs[index] ?? [];
      const cheaper = Math.abs(costA - costB) <= 0.005 ? null : costA < costB ? a : b;
      return {
        id: String(tokens),
        cells: [
          textCell(quantity(tokens), tokens),
          amount(costA),
          amount(costB),
          textCell(cheaper === null ? "the same" : optionName(plan, cheaper)),
        ],
      };
    }),
  };
}
