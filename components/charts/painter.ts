import {
  BarController,
  BarElement,
  Chart,
  type ChartDataset,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  type Scale,
} from "chart.js";
import type { ChartView } from "@/lib/views/types";
import { type Annotated, annotations } from "./annotations";
import { type ChartTheme, dashOf, hueOf, readTheme, widthOf } from "./chart-theme";
import { endLabelSetting, type Padding, paddingOf } from "./frame";
import { hatchPattern } from "./hatch";
import { type Drawing, type DrawnSeries, toDrawing } from "./to-chart-js";

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

/** One canvas: the Chart.js chart on it is made once and changed in place. */
export function createPainter(canvas: HTMLCanvasElement): Painter {
  let theme = readTheme(canvas);
  let chart: Chart<"line" | "bar"> | null = null;
  let shown: Shown | null = null;
  let type: Drawing["type"] | null = null;
  let signature = "";
  const annotated: Annotated = { current: null };

  const paint = (view: ChartView, size: Shown["size"]) => {
    shown = { view, size };
    const narrow = size.width < narrowWidth;
    const drawing = toDrawing(view, { height: size.height, narrow });
    const context = canvas.getContext("2d");
    if (!context || size.width <= 0) return;
    const setting = endLabelSetting(drawing, size);
    const padding = paddingOf(context, drawing, theme, {
      setting,
      hasXLabel: view.xLabel !== undefined,
    });
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
      chart = newChart(canvas, type, annotated);
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

function newChart(canvas: HTMLCanvasElement, type: "line" | "bar", annotated: Annotated) {
  const axis = { type: "linear", display: false } as const;
  return new Chart<"line" | "bar">(canvas, {
    type,
    data: { datasets: [] },
    plugins: [annotations(annotated)],
    options: {
      animation: false,
      parsing: false,
      normalized: true,
      responsive: false,
      maintainAspectRatio: false,
      events: [],
      scales: { x: { ...axis, stacked: type === "bar" }, y: { ...axis, stacked: type === "bar" } },
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

/**
 * A slider step moves heights alone. Setting them on the elements and drawing costs a third of
 * `update`, which would resolve every option of every point again.
 */
function move(chart: Chart<"line" | "bar">, drawing: Drawing): void {
  setHeights(chart, drawing);
  if (drawing.type === "line") moveLines(chart, drawing);
  else moveBars(chart, drawing);
  chart.draw();
}

function setHeights(chart: Chart<"line" | "bar">, { y: { min, max } }: Drawing): void {
  const scale = chart.scales.y;
  if (!scale || (scale.min === min && scale.max === max)) return;
  Object.assign(scale, { min, max });
  scale.configure();
}

/** Parts above zero stack on each other, parts below it likewise. */
function moveBars(chart: Chart<"line" | "bar">, drawing: Drawing): void {
  const y = chart.scales.y;
  const above: number[] = [];
  const below: number[] = [];
  drawing.series.forEach(({ points }, index) => {
    chart.getDatasetMeta(index).data.forEach((element, at) => {
      const height = points[at]?.y ?? 0;
      const stack = height < 0 ? below : above;
      const from = stack[at] ?? 0;
      stack[at] = from + height;
      const [base, top] = [y?.getPixelForValue(from) ?? 0, y?.getPixelForValue(from + height) ?? 0];
      Object.assign(element, { base, y: top, height: Math.abs(base - top) });
    });
  });
}

function moveLines(chart: Chart<"line" | "bar">, drawing: Drawing): void {
  const toX = linear(chart.scales.x, drawing.x);
  const toY = linear(chart.scales.y, drawing.y);
  drawing.series.forEach(({ points }, index) => {
    const meta = chart.getDatasetMeta(index);
    const elements = meta.data as unknown as { x: number; y: number; skip: boolean }[];
    elements.forEach((element, at) => {
      const point = points[at];
      if (!point) return;
      element.x = toX(point.x);
      element.y = toY(point.y);
      element.skip = Number.isNaN(point.y);
    });
    if (meta.dataset instanceof LineElement) meta.dataset.points = meta.data as PointElement[];
  });
}

/** A scale as one multiplication: its own method decides the direction anew for each point. */
function linear(scale: Scale | undefined, { min, max }: { min: number; max: number }) {
  const from = scale?.getPixelForValue(min) ?? 0;
  const factor = ((scale?.getPixelForValue(max) ?? 0) - from) / (max - min || 1);
  return (value: number) => from + (value - min) * factor;
}

function lineOf({ id, style, points }: DrawnSeries, theme: ChartTheme): ChartDataset<"line"> {
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

function barsOf(
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
