import { isDeepStrictEqual } from "node:util";
import { expect } from "vitest";
import { total } from "../series";
import type { OptionProjection, Projection } from "../types";

export function complete(projection: Projection): OptionProjection[] {
  return projection.options.filter((option) => option.status === "complete");
}

export function optionOf(projection: Projection, id: string): OptionProjection {
  const option = projection.options.find((one) => one.optionId === id);
  if (!option) throw new Error(`no option ${id}`);
  return option;
}

/** Equal but for float noise, one part in 10^9 of what was added up. */
export function near(actual: number, expected: number, scale = Math.abs(expected)) {
  if (Math.abs(actual - expected) <= 1e-9 * scale + 1e-6) return;
  expect(actual).toBeCloseTo(expected, 6);
}

/** All that was added up for an option: what float noise is measured by where costs and credits cancel. */
export const magnitude = ({ lines }: OptionProjection) =>
  total(lines.map((line) => total(line.cash.map(Math.abs)) + total(line.accrual.map(Math.abs))));

/** `toEqual` at the speed that thousands of projections need; it runs only to show a difference. */
export function same(actual: unknown, expected: unknown) {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toStrictEqual(expected);
}
