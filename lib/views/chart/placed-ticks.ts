import type { ChartView } from "../types";
import { labelSizes } from "./frame";
import type { Measure } from "./plot";

const tickGap = 10;

type TickRoom = {
  readonly x: (value: number) => number;
  readonly width: number;
  readonly measure: Measure;
};

/** The first and last names stay; one between gives way where two would touch. */
export function placedTicks({ xTicks }: ChartView, { x, width, measure }: TickRoom) {
  const boxes = xTicks.map(({ at, label }) => {
    const size = measure(label, labelSizes.tick, 450);
    const left = Math.min(Math.max(0, x(at) - size / 2), width - size);
    return { at, label, left, right: left + size };
  });
  const last = boxes.at(-1);
  const placed: typeof boxes = [];
  for (const box of boxes) {
    const before = placed.at(-1);
    const clearOfBefore = !before || box.left >= before.right + tickGap;
    const clearOfLast = !last || box === last || box.right + tickGap <= last.left;
    if (clearOfBefore && clearOfLast) placed.push(box);
  }
  return placed;
}
