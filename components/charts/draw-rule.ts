import type { Annotation, Plot } from "./annotations";
import { hueOf } from "./chart-theme";

const dotRadius = 3.5;

/** A rule at the pointed month with a dot on every line. */
export function drawRule({ context, area, x, y }: Plot, annotation: Annotation): void {
  const { view, drawing, theme, pointed } = annotation;
  if (pointed === null) return;
  const at = view.kind === "stackedBars" ? pointed : view.x[pointed];
  if (at === undefined) return;
  const left = Math.round(x(at)) + 0.5;
  context.save();
  context.strokeStyle = theme.ink3;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(left, area.top);
  context.lineTo(left, area.bottom);
  context.stroke();
  if (drawing.type === "line") {
    for (const series of view.series) {
      const value = series.values[pointed];
      if (value === null || value === undefined) continue;
      context.beginPath();
      context.arc(x(at), y(value), dotRadius, 0, Math.PI * 2);
      context.fillStyle = theme.surface;
      context.fill();
      context.strokeStyle = hueOf(series.style, theme);
      context.lineWidth = 2;
      context.stroke();
    }
  }
  context.restore();
}
