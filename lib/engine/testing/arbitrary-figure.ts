import fc from "fast-check";
import type { Figure } from "@/lib/schemas/figure";
import { assumed } from "./plans";

export const number = (min: number, max: number): fc.Arbitrary<Figure> =>
  fc.integer({ min: 0, max: 10_000 }).map((n) => assumed(min + ((max - min) * n) / 10_000));

export const whole = (min: number, max: number): fc.Arbitrary<Figure> =>
  fc.integer({ min, max }).map((value) => assumed(value));

export const money = (max: number): fc.Arbitrary<Figure> =>
  fc.oneof(
    fc.constant(assumed(0)),
    fc.integer({ min: 1, max: max * 100 }).map((cents) => assumed(cents / 100)),
  );
