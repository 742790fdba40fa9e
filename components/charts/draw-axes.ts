import { labelSizes } from "@/lib/views/chart/frame";
import { placedTicks } from "@/lib/views/chart/placed-ticks";
import type { Annotation, Plot } from "./annotations";
import { softHueOf } from "./chart-theme";
import { font, measureWith } from "./text-width";

export function drawBands({ context, area, x }: Plot, { view, theme }: Annotation): void {
  for (const { fromX, toX, style } of view.bands) {
    context.fillStyle = softHueOf(style, theme);
    context.fillRect(x(fromX), area.top, x(toX) - x(fromX), area.bottom - area.top);
  }
}

/** Horizontal hairlines only; the zero line is the one that carries meaning. */
export function drawAxes(plot: Plot, annotation: Annotation): void {
  const { context, area, y } = plot;
  const { drawing, theme } = annotation;
  context.save();
  context.font = font(theme.fontFamily, labelSizes.tick, 450);
  context.textBaseline = "middle";
  context.textAlign = "right";
  context.lineWidth = 1;
  for (const { at, label } of drawing.y.ticks) {
    const line = Math.round(y(at)) + 0.5;
    context.strokeStyle = at === 0 ? theme.control : theme.line;
    context.beginPath();
    context.moveTo(area.left, line);
    context.lineTo(area.right, line);
    context.stroke();
    context.fillStyle = theme.ink3;
    context.fillText(label, area.left - 8, line);
  }
  drawXTicks(plot, annotation);
  context.restore();
}

function drawXTicks({ context, area, x, y, width, height }: Plot, annotation: Annotation): void {
  const { view, drawing, theme } = annotation;
  const measure = measureWith(context, theme.fontFamily);
  const baseline = Math.round(Math.min(area.bottom, y(drawing.y.min)));
  context.textBaseline = "top";
  context.textAlign = "left";
  context.fillStyle = theme.ink3;
  context.strokeStyle = theme.control;
  for (const { at, left, label } of placedTicks(view, { x, width, measure })) {
    if (view.kind !== "stackedBars") {
      context.beginPath();
      context.moveTo(Math.round(x(at)) + 0.5, baseline);
      context.lineTo(Math.round(x(at)) + 0.5, baseline + 4);
      context.stroke();
    }
    context.fillText(label, left, baseline + 8);
  }
  if (view.xLabel === undefined) return;
  context.textAlign = "center";
  context.textBaseline = "bottom";
  context.fillText(view.xLabel, (area.left + area.right) / 2, height - 2);
}
