import type { ChartPoint } from "../types";
import type { DrawnSeries } from "./drawing";
import type { PlotPlaces } from "./plot";

/** As short as a path can say it. */
export const coordinate = (value: number) => Math.round(value * 100) / 100;

/** A line through points; a figure that is missing leaves a gap, and no point at all is an empty path. */
export function linePath(points: readonly ChartPoint[], { x, y }: PlotPlaces): string {
  let isDown = false;
  const steps = points.map((point) => {
    if (!Number.isFinite(point.y)) {
      isDown = false;
      return "";
    }
    const step = `${isDown ? "L" : "M"}${coordinate(x(point.x))} ${coordinate(y(point.y))}`;
    isDown = true;
    return step;
  });
  return steps.join("");
}

export type Box = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

const shareOfPlace = 0.76;
/** A hair of ground between stacked parts. */
const gap = 1;

/** Parts above zero stack on each other, parts below it likewise; the boxes of each series. */
export function stackedBoxes(
  series: readonly DrawnSeries[],
  { x, y }: PlotPlaces,
): readonly (readonly Box[])[] {
  const above: number[] = [];
  const below: number[] = [];
  return series.map(({ points }) =>
    points.flatMap((point, at) => {
      if (!Number.isFinite(point.y) || point.y === 0) return [];
      const stack = point.y < 0 ? below : above;
      const from = stack[at] ?? 0;
      stack[at] = from + point.y;
      const [base, end] = [y(from), y(from + point.y)];
      const left = x(point.x - shareOfPlace / 2);
      const height = Math.abs(base - end);
      return [
        {
          ...{ left, top: Math.min(base, end) + (height > gap ? gap : 0) },
          ...{ width: x(point.x + shareOfPlace / 2) - left },
          height: height > gap ? height - gap : height,
        },
      ];
    }),
  );
}

export function boxPath({ left, top, width, height }: Box): string {
  const [x, y, right, bottom] = [left, top, left + width, top + height].map(coordinate);
  return `M${x} ${y}L${right} ${y}L${right} ${bottom}L${x} ${bottom}Z`;
}
