import type { Annotation, Plot } from "./annotations";
import type { ChartTheme } from "./chart-theme";
import { drawAxes, drawBands } from "./draw-axes";

export type Ground = { draw(plot: Plot, annotation: Annotation, pixelRatio: number): void };

/**
 * Axes and bands on a canvas of their own, beneath the lines: a slider step rarely moves them, and
 * their texts cost more to draw than the lines do.
 */
export function createGround(canvas: HTMLCanvasElement): Ground {
  const context = canvas.getContext("2d");
  let drawn = "";
  let theme: ChartTheme | null = null;
  return {
    draw(plot, annotation, pixelRatio) {
      const next = signatureOf(plot, annotation, pixelRatio);
      if (!context || (next === drawn && annotation.theme === theme)) return;
      drawn = next;
      theme = annotation.theme;
      canvas.width = Math.round(plot.width * pixelRatio);
      canvas.height = Math.round(plot.height * pixelRatio);
      canvas.style.width = `${plot.width}px`;
      canvas.style.height = `${plot.height}px`;
      context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
      const beneath = { ...plot, context };
      drawBands(beneath, annotation);
      drawAxes(beneath, annotation);
    },
  };
}

function signatureOf({ area, width, height }: Plot, { view, drawing }: Annotation, ratio: number) {
  const { left, right, top, bottom } = area;
  return JSON.stringify([
    [left, right, top, bottom, width, height, ratio],
    [drawing.y, drawing.x, view.xTicks, view.xLabel, view.bands, view.kind],
  ]);
}
