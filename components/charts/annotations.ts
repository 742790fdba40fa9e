import type { Chart, Plugin } from "chart.js";
import type { Drawing } from "@/lib/views/chart/drawing";
import type { EndLabelSetting } from "@/lib/views/chart/frame";
import type { PlotPlaces } from "@/lib/views/chart/plot";
import type { ChartView } from "@/lib/views/types";
import type { ChartTheme } from "./chart-theme";
import { drawEndLabels } from "./draw-end-labels";
import { drawLevels } from "./draw-levels";
import { drawGuides, drawMarks } from "./draw-marks";
import { drawRule } from "./draw-rule";
import type { Ground } from "./ground";
import { linear } from "./move";

export type Annotation = {
  readonly view: ChartView;
  readonly drawing: Drawing;
  readonly theme: ChartTheme;
  readonly setting: EndLabelSetting;
  readonly narrow: boolean;
  /** Where the rule stands: an index into the x positions. */
  readonly pointed: number | null;
};

export type Annotated = { current: Annotation | null };

/** The plot as the drawing functions see it. */
export type Plot = PlotPlaces & {
  readonly context: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
};

/** Axes, bands, crossings, names at the ends and the rule: all that Chart.js does not draw. */
export function annotations(annotated: Annotated, ground: Ground): Plugin<"line" | "bar"> {
  const draw = (chart: Chart<"line" | "bar">, paint: (plot: Plot, what: Annotation) => void) => {
    if (annotated.current && chart.chartArea) paint(plotOf(chart), annotated.current);
  };
  return {
    id: "loadline-annotations",
    beforeDatasetsDraw: (chart) => {
      draw(chart as Chart<"line" | "bar">, (plot, what) =>
        ground.draw(plot, what, chart.currentDevicePixelRatio),
      );
    },
    afterDatasetsDraw: (chart) => {
      draw(chart as Chart<"line" | "bar">, (plot, what) => {
        drawLevels(plot, what);
        drawGuides(plot, what);
        drawEndLabels(plot, what);
        drawMarks(plot, what);
        drawRule(plot, what);
      });
    },
  };
}

function plotOf(chart: Chart<"line" | "bar">): Plot {
  const { x, y } = chart.scales;
  return {
    context: chart.ctx,
    area: chart.chartArea,
    width: chart.width,
    height: chart.height,
    x: linear(x),
    y: linear(y),
  };
}
