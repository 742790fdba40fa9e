import { type Chart, LineElement, type PointElement, type Scale } from "chart.js";
import type { Drawing } from "@/lib/views/chart/drawing";

/**
 * A slider step moves heights alone. Setting them on the elements and drawing costs a third of
 * `update`, which would resolve every option of every point again.
 */
export function move(chart: Chart<"line" | "bar">, drawing: Drawing): void {
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
  const toX = linear(chart.scales.x);
  const toY = linear(chart.scales.y);
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
export function linear(scale: Scale | undefined): (value: number) => number {
  const { min = 0, max = 1 } = scale ?? {};
  const from = scale?.getPixelForValue(min) ?? 0;
  const factor = ((scale?.getPixelForValue(max) ?? 0) - from) / (max - min || 1);
  return (value) => from + (value - min) * factor;
}
