import * as z from "zod/mini";
import { provenance } from "./drawn";
import { shownNumber } from "./shown";
import { text } from "./text";

/** From midnight on. */
const factors = z
  .array(z.number().check(z.gte(0), z.lte(168)))
  .check(z.minLength(24), z.maxLength(24));

/** Over a week of five weekdays and two days of weekend. */
export function shapeMean(shape: {
  readonly weekday: readonly number[];
  readonly weekend: readonly number[];
}): number {
  const sum = (hours: readonly number[]) => hours.reduce((total, factor) => total + factor, 0);
  return (5 * sum(shape.weekday) + 2 * sum(shape.weekend)) / (7 * 24);
}

/** How the work of a day lies over its hours: 24 factors each for weekdays and weekends, mean 1. */
export const loadShape = z
  .strictObject({
    name: z.optional(text(80)),
    weekday: factors,
    weekend: factors,
    ...provenance,
    url: z.optional(text(500).check(z.regex(/^https?:\/\//, "Start the address with https://."))),
  })
  .check(
    z.check(({ value, issues }) => {
      if (value.weekday.length !== 24 || value.weekend.length !== 24) return;
      const mean = shapeMean(value);
      if (Math.abs(mean - 1) < 0.0005) return;
      const message = `Load shape averages ${shownNumber(Number(mean.toFixed(4)))} over the week. Scale the factors so that they average 1.`;
      issues.push({ code: "custom", message, input: value });
    }),
  );
export type LoadShape = z.infer<typeof loadShape>;
