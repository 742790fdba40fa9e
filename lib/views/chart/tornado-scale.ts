import type { TornadoView } from "../tornado";
import { niceScale } from "./nice-scale";

export type TornadoScale = {
  /** A share of the plot's width, 0 to 1. */
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
};

/** From the furthest low to the furthest high; zero is drawn where it lies within reach. */
export function tornadoScale({ base, bars }: Pick<TornadoView, "base" | "bars">): TornadoScale {
  const values = [
    base.result,
    ...bars.flatMap(({ low, high }) => [low.result, high.result].filter((value) => value !== null)),
  ];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const span = most - least || Math.abs(base.result) || 1;
  const { ticks } = niceScale(least, most, { fromZero: false, atMost: 5 });
  const [from, to] = [least - span * 0.02, most + span * 0.02];
  return {
    at: (value) => (value - from) / (to - from),
    ticks: ticks.filter((tick) => tick >= from && tick <= to),
  };
}

export type TornadoEnds = {
  readonly low: number;
  readonly high: number;
  readonly lowIsLeft: boolean;
  /** Both ends lie on one side of the base: the bars are drawn apart. */
  readonly sameSide: boolean;
  /** Where the words of each end stand. */
  readonly lowWordsAt: number;
  readonly highWordsAt: number;
};

/** Where a bar reaches; an end that is not ranked stays at the base. */
export function tornadoEnds(bar: TornadoView["bars"][number], base: number): TornadoEnds {
  const [low, high] = [bar.low.result ?? base, bar.high.result ?? base];
  const sameSide = (low - base) * (high - base) > 0;
  const lowFurther = Math.abs(low - base) >= Math.abs(high - base);
  return {
    low,
    high,
    lowIsLeft: low === high ? true : low < high,
    sameSide,
    lowWordsAt: sameSide && !lowFurther ? base : low,
    highWordsAt: sameSide && lowFurther ? base : high,
  };
}
