import { breakEvenVolume, runRateCurve } from "@/lib/engine";
import type { VolumeBreakEven } from "@/lib/engine/types";
import { money, quantity } from "@/lib/format";
import { monthAt, monthNumber } from "./months";
import { optionName, optionStyle, shortOptionName } from "./names";
import { completeOptions, type Results } from "./results";
import { volumeSentence, volumeTitle } from "./sentences";
import { moneyCell, textCell } from "./table";
import type { ChartMark, ChartPoint, ChartSeries, ChartView, TableView } from "./types";

export type VolumePair = { readonly a: string; readonly b: string; readonly month: number };

type Curves = { readonly a: readonly ChartPoint[]; readonly b: readonly ChartPoint[] };

export type NamedPair = {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly label: string;
};

const commitment = { "on-premises": 0, cloud: 1, api: 2 } as const;

/** Every two complete options: first those with a price by the token, where volume decides most. */
export function volumePairs({ plan, projection }: Results): readonly NamedPair[] {
  const options = [...completeOptions(projection)].sort(
    (a, b) => commitment[a.kind] - commitment[b.kind],
  );
  const pairs = options.flatMap(({ optionId: a }, index) =>
    options.slice(index + 1).map(({ optionId: b, kind }) => ({
      id: `${a}.${b}`,
      a,
      b,
      label: `${optionName(plan, a)} against ${optionName(plan, b)}`,
      steps: kind === "api" ? 0 : 1,
    })),
  );
  return pairs.sort((first, second) => first.steps - second.steps);
}

/** The first month of each year of the plan. */
export function volumeMonths({ projection }: Results) {
  return Array.from({ length: Math.ceil(projection.months / 12) }, (_, year) => ({
    value: String(year * 12 + 1),
    label: `Month ${year * 12 + 1}`,
  }));
}

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
    basis: `${volumeSentence(breakEven, names)} One month as consumed, same mix of tokens; each step is one more whole server or instance.`,
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
      return tableOf(results, pair, breakEven);
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

/** Far enough to see the plan's own volume and, where they are near, the first few changes. */
function shownUpTo({ intervals }: VolumeBreakEven, tokens: number): number {
  const edges = intervals
    .flatMap(({ low, high }) => (high === null ? [low] : [low, high]))
    .filter((edge) => edge > 0)
    .sort((a, b) => a - b)
    .slice(0, 6);
  return niceCeiling(Math.max(tokens * 2, (edges.at(-1) ?? 0) * 1.2, 1e6));
}

function niceCeiling(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((factor) => factor * power >= value);
  return (step ?? 10) * power;
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
  return Array.from({ length: 7 }, (_, index) => {
    const at = (upToTokens * index) / 6;
    return { at, label: quantity(at) };
  });
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

function marksOf({ intervals }: VolumeBreakEven, curves: Curves, upTo: number): ChartMark[] {
  return intervals
    .flatMap(({ low, high }) => (high === null ? [low] : [low, high]))
    .filter((x) => x > 0 && x <= upTo)
    .slice(0, 12)
    .map((x, index) => ({
      id: String(index),
      x,
      y: meetingCost(curves, x),
      rank: "minor",
      title: quantity(x),
    }));
}

/** The lowest and highest cost that a curve has at x: apart where x is a step. */
function spanAt(points: readonly ChartPoint[], x: number): { low: number; high: number } {
  const tolerance = Math.max(1, x * 1e-9);
  const here = points.filter((point) => Math.abs(point.x - x) <= tolerance).map(({ y }) => y);
  if (here.length > 0) return { low: Math.min(...here), high: Math.max(...here) };
  const right = points.findIndex((point) => point.x > x);
  const [before, after] = [points[right - 1], points[right]];
  if (!before || !after) return { low: points.at(-1)?.y ?? 0, high: points.at(-1)?.y ?? 0 };
  const y = before.y + ((after.y - before.y) * (x - before.x)) / (after.x - before.x);
  return { low: y, high: y };
}

function meetingCost(curves: Curves, x: number): number {
  const [a, b] = [spanAt(curves.a, x), spanAt(curves.b, x)];
  return (Math.max(a.low, b.low) + Math.min(a.high, b.high)) / 2;
}

function tableOf(
  { plan, projection }: Results,
  { a, b, month }: VolumePair,
  { intervals, searchedUpToTokens }: VolumeBreakEven,
): TableView {
  const inside = (tokens: number) =>
    intervals.some(({ low, high }) => tokens > low && (high === null || tokens <= high));
  const edges = intervals.flatMap(({ low, high }) => (high === null ? [low] : [low, high]));
  const bounds = [...new Set([0, ...edges, searchedUpToTokens])].sort((x, y) => x - y);
  const costs = [a, b].map((id) => {
    const curve = runRateCurve(plan, id, { month, upToTokens: searchedUpToTokens });
    return curve ? pointsOf(curve.points) : [];
  });
  return {
    id: "break-even-volume",
    caption: `Cheaper by monthly tokens, ${monthAt(projection.startMonth, month)} as consumed`,
    columns: [
      { id: "from", label: "From", unit: "tokens", align: "right" },
      { id: "to", label: "Up to", unit: "tokens", align: "right" },
      { id: "cheaper", label: "Cheaper", align: "left" },
      { id: "a", label: `${optionName(plan, a)} at the end`, align: "right" },
      { id: "b", label: `${optionName(plan, b)} at the end`, align: "right" },
    ],
    rows: bounds.slice(0, -1).map((from, index) => {
      const to = bounds[index + 1] ?? searchedUpToTokens;
      return {
        id: String(index),
        cells: [
          textCell(quantity(from), from),
          textCell(quantity(to), to),
          textCell(optionName(plan, inside((from + to) / 2) ? a : b)),
          ...costs.map((points) => moneyCell(spanAt(points, to).low, plan.currency)),
        ],
      };
    }),
  };
}
