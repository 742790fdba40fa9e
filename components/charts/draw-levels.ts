import type { Annotation, Plot } from "./annotations";

/** Bars take 76% of their place; a level reaches over both of their edges. */
const reach = 0.45;
const thickness = 3;
const halo = 2;

/** A level across each bar: in ink, with a ground around it that parts it from the bar. */
export function drawLevels({ context, x, y }: Plot, { view, theme }: Annotation): void {
  for (const [at, value] of view.levels?.values.entries() ?? []) {
    if (value === null) continue;
    const left = x(at - reach);
    const width = x(at + reach) - left;
    const top = Math.round(y(value)) - thickness / 2;
    context.fillStyle = theme.surface;
    context.fillRect(left - halo, top - halo, width + 2 * halo, thickness + 2 * halo);
    context.fillStyle = theme.ink;
    context.fillRect(left, top, width, thickness);
  }
}
