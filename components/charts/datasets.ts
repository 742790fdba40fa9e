import type { Chart, ChartDataset } from "chart.js";
import type { DrawnSeries } from "@/lib/views/chart/drawing";
import { dashOf, widthOf } from "@/lib/views/chart/line-look";
import { type ChartTheme, hueOf } from "./chart-theme";
import { hatchPattern } from "./hatch";

export function lineOf(
  { id, style, points }: DrawnSeries,
  theme: ChartTheme,
): ChartDataset<"line"> {
  return {
    type: "line",
    label: id,
    data: [...points],
    borderColor: hueOf(style, theme),
    borderWidth: widthOf(style),
    borderDash: [...dashOf(style)],
    borderJoinStyle: "round",
    pointRadius: 0,
    pointHitRadius: 0,
    clip: 4,
  };
}

export function barsOf(
  chart: Chart<"line" | "bar">,
  { id, style, points }: DrawnSeries,
  theme: ChartTheme,
): ChartDataset<"bar"> {
  const hue = hueOf(style, theme);
  const pixelRatio = chart.currentDevicePixelRatio;
  const hatch = () => hatchPattern(chart.ctx, { hue, ground: theme.surface, pixelRatio });
  return {
    type: "bar",
    label: id,
    data: points as unknown as ChartDataset<"bar">["data"],
    stack: "all",
    backgroundColor: style.texture === "hatched" ? hatch() : hue,
    borderColor: theme.surface,
    borderWidth: { top: 1, bottom: 0, left: 0, right: 0 },
    borderSkipped: false,
    barPercentage: 0.76,
    categoryPercentage: 1,
  };
}
