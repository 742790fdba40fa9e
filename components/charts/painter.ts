import {
  BarController,
  BarElement,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  type Plugin,
  PointElement,
} from "chart.js";
import { type Drawing, toDrawing } from "@/lib/views/chart/drawing";
import { endLabelSetting, keptPadding, type Padding, paddingOf } from "@/lib/views/chart/frame";
import type { ChartView } from "@/lib/views/types";
import { type Annotated, annotations } from "./annotations";
import { type ChartTheme, readTheme } from "./chart-theme";
import { barsOf, lineOf } from "./datasets";
import { createGround } from "./ground";
import { move } from "./move";
import { measureWith } from "./text-width";

Chart.register(LineController, BarController, LineElement, BarElement, PointElement, LinearScale);

export type Painter = {
  paint(view: ChartView, size: { width: number; height: number }): void;
  /** The rule at an x position, or none. */
  point(index: number | null): void;
  /** The x position nearest to a place on the canvas. */
  nearest(pixelX: number): number | null;
  pixelOf(index: number): number;
  /** Where a point of the plot lies on the canvas. */
  place(point: { readonly x: number; readonly y: number }): { x: number; y: number };
  retheme(): void;
  destroy(): void;
};

const narrowWidth = 520;

type Shown = { readonly view: ChartView; readonly size: { width: number; height: number } };

/** Two canvases, axes beneath lines: the Chart.js chart is made once and changed in place. */
export function createPainter(canvas: HTMLCanvasElement, beneath: HTMLCanvasElement): Painter {
  const ground = createGround(beneath);
  let theme = readTheme(canvas);
  let chart: Chart<"line" | "bar"> | null = null;
  let shown: Shown | null = null;
  let type: Drawing["type"] | null = null;
  let signature = "";
  let padding: Padding | null = null;
  let width = 0;
  const annotated: Annotated = { current: null };

  const paint = (view: ChartView, size: Shown["size"]) => {
    shown = { view, size };
    const narrow = size.width < narrowWidth;
    const drawing = toDrawing(view, { height: size.height, narrow });
    const context = canvas.getContext("2d");
    if (!context || size.width <= 0) return;
    const setting = endLabelSetting(drawing, size);
    const sameFrame = width === size.width && chart && type === drawing.type;
    padding = keptPadding(
      paddingOf(drawing, measureWith(context, theme.fontFamily), {
        setting,
        hasXLabel: view.xLabel !== undefined,
      }),
      sameFrame ? padding : null,
    );
    width = size.width;
    annotated.current = {
      view,
      drawing,
      theme,
      setting,
      narrow,
      pointed: annotated.current?.pointed ?? null,
    };
    if (!chart || type !== drawing.type) {
      chart?.destroy();
      type = drawing.type;
      chart = newChart(canvas, type, annotations(annotated, ground));
      signature = "";
    }
    const next = signatureOf(drawing, padding, size);
    if (next === signature) move(chart, drawing);
    else rebuild(chart, { drawing, padding, size, theme });
    signature = next;
  };

  return {
    paint,
    point(index) {
      if (!annotated.current || !chart || annotated.current.pointed === index) return;
      annotated.current = { ...annotated.current, pointed: index };
      chart.draw();
    },
    nearest: (pixelX) => (chart && shown ? nearestIndex(chart, shown.view, pixelX) : null),
    pixelOf: (index) => (chart && shown ? pixelOf(chart, shown.view, index) : 0),
    place: ({ x, y }) => ({
      x: chart?.scales.x?.getPixelForValue(x) ?? 0,
      y: chart?.scales.y?.getPixelForValue(y) ?? 0,
    }),
    retheme() {
      theme = readTheme(canvas);
      signature = "";
      if (shown) paint(shown.view, shown.size);
    },
    destroy() {
      chart?.destroy();
      chart = null;
    },
  };
}

function newChart(canvas: HTMLCanvasElement, type: "line" | "bar", plugin: Plugin<"line" | "bar">) {
  const axis = { type: "linear", display: false } as const;
  return new Chart<"line" | "bar">(canvas, {
    type,
    data: { datasets: [] },
    plugins: [plugin],
    options: {
      animation: false,
      parsing: false,
      normalized: true,
      responsive: false,
      maintainAspectRatio: false,
      events: [],
      // Chart.js takes the room of a bar from the nearest ticks: one for each bar, none at the edges.
      scales: {
        x: {
          ...axis,
          stacked: type === "bar",
          ...(type === "bar" && { ticks: { stepSize: 1, includeBounds: false } }),
        },
        y: { ...axis, stacked: type === "bar" },
      },
      plugins: {
        legend: { display: false },
        title: { display: false },
        tooltip: { enabled: false },
      },
    },
  });
}

/** What forces a new layout: anything but the heights of the points. */
function signatureOf({ series, x }: Drawing, padding: Padding, size: Shown["size"]): string {
  return JSON.stringify([
    series.map(({ id, style, points }) => [id, style, points.length]),
    x,
    padding,
    size,
  ]);
}

type Rebuilt = {
  readonly drawing: Drawing;
  readonly padding: Padding;
  readonly size: Shown["size"];
  readonly theme: ChartTheme;
};

function rebuild(chart: Chart<"line" | "bar">, { drawing, padding, size, theme }: Rebuilt): void {
  const { x, y } = chart.options.scales ?? {};
  Object.assign(x ?? {}, drawing.x);
  Object.assign(y ?? {}, { min: drawing.y.min, max: drawing.y.max });
  chart.options.layout = { padding };
  chart.data.datasets = drawing.series.map((series) =>
    drawing.type === "line" ? lineOf(series, theme) : barsOf(chart, series, theme),
  );
  if (chart.width !== size.width || chart.height !== size.height)
    chart.resize(size.width, size.height);
  chart.update("none");
}

/** Where the hover rule can stand: each x of the view, or of its first series. */
export function xPositions(view: ChartView): readonly number[] {
  if (view.kind === "stackedBars") return view.x.map((_, index) => index);
  return view.x;
}

function nearestIndex(chart: Chart, view: ChartView, pixelX: number): number | null {
  const value = chart.scales.x?.getValueForPixel(pixelX);
  const positions = xPositions(view);
  if (value === undefined || positions.length === 0) return null;
  let best = 0;
  positions.forEach((x, index) => {
    if (Math.abs(x - value) < Math.abs((positions[best] ?? 0) - value)) best = index;
  });
  return best;
}

function pixelOf(chart: Chart, view: ChartView, index: number): number {
  return chart.scales.x?.getPixelForValue(xPositions(view)[index] ?? 0) ?? 0;
}
