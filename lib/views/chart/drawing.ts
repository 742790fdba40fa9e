import type { ChartPoint, ChartSeries, ChartView, SeriesStyle } from "../types";
import { niceScale } from "./nice-scale";
import { tickText } from "./value-text";

/** One drawn line or stack of bars: points in data units, ready for Chart.js without parsing. */
export type DrawnSeries = {
  readonly id: string;
  readonly label: string;
  readonly style: SeriesStyle;
  readonly points: readonly { readonly x: number; readonly y: number }[];
};

export type EndLabel = {
  readonly seriesId: string;
  readonly name: string;
  readonly value: string;
  readonly x: number;
  readonly y: number;
  readonly style: SeriesStyle;
};

/** Everything a canvas or a page needs that does not depend on the theme. */
export type Drawing = {
  readonly type: "line" | "bar";
  readonly series: readonly DrawnSeries[];
  readonly x: { readonly min: number; readonly max: number };
  readonly y: {
    readonly min: number;
    readonly max: number;
    readonly ticks: readonly { readonly at: number; readonly label: string }[];
  };
  readonly endLabels: readonly EndLabel[];
};

export type DrawingSize = { readonly height: number; readonly narrow: boolean };

const pixelsPerTick = 62;

/** ChartView to what is drawn of it: points, round axes and the labels at the lines' ends. */
export function toDrawing(view: ChartView, { height, narrow }: DrawingSize): Drawing {
  const series = view.series.map((one) => ({
    id: one.id,
    label: one.label,
    style: one.style,
    points: pointsOf(view, one),
  }));
  const [lowest, highest] = yRange(view, series);
  const scale = niceScale(lowest, highest, {
    fromZero: view.yFromZero,
    atMost: Math.max(3, Math.round(height / pixelsPerTick)),
  });
  return {
    type: view.kind === "stackedBars" ? "bar" : "line",
    series,
    x: xRange(view, series),
    y: {
      min: scale.min,
      max: scale.max,
      ticks: scale.ticks.map((at) => ({ at, label: tickText(view, at) })),
    },
    endLabels: view.kind === "stackedBars" ? [] : endLabels(view, series, narrow),
  };
}

function pointsOf(view: ChartView, series: ChartSeries): ChartPoint[] {
  if (series.points) return series.points.map(({ x, y }) => ({ x, y }));
  return series.values.map((value, index) => ({
    x: view.x[index] ?? index,
    // Chart.js leaves a gap at NaN; null is no number to it in parsed data.
    y: value ?? Number.NaN,
  }));
}

function yRange(view: ChartView, series: readonly DrawnSeries[]): [number, number] {
  const values =
    view.kind === "stackedBars"
      ? stackEnds(series)
      : series.flatMap(({ points }) => points.map(({ y }) => y)).filter(Number.isFinite);
  const levels = (view.levels?.values ?? []).filter((level) => level !== null);
  const all = [...values, ...levels];
  return all.length === 0 ? [0, 0] : [Math.min(...all), Math.max(...all)];
}

/** Positive and negative parts stack apart. */
function stackEnds(series: readonly DrawnSeries[]): number[] {
  const length = Math.max(0, ...series.map(({ points }) => points.length));
  return Array.from({ length }, (_, index) => {
    const parts = series.map(({ points }) => points[index]?.y ?? 0).filter(Number.isFinite);
    const sum = (keep: (part: number) => boolean) =>
      parts.filter(keep).reduce((total, part) => total + part, 0);
    return [sum((part) => part > 0), sum((part) => part < 0)];
  }).flat();
}

function xRange(view: ChartView, series: readonly DrawnSeries[]) {
  if (view.kind === "stackedBars") return { min: -0.5, max: view.x.length - 0.5 };
  const ticks = view.xTicks.map(({ at }) => at);
  const xs = series.flatMap(({ points }) => [points[0]?.x ?? 0, points.at(-1)?.x ?? 0]);
  return { min: Math.min(...ticks, ...xs), max: Math.max(...ticks, ...xs) };
}

function endLabels(
  view: ChartView,
  series: readonly DrawnSeries[],
  narrow: boolean,
): readonly EndLabel[] {
  return view.series.flatMap((one, index) => {
    const last = series[index]?.points.findLast(({ y }) => Number.isFinite(y));
    if (one.endLabel === undefined || !last) return [];
    return [
      {
        seriesId: one.id,
        name: narrow ? one.shortLabel : one.label,
        value: one.endLabel,
        x: last.x,
        y: last.y,
        style: one.style,
      },
    ];
  });
}
