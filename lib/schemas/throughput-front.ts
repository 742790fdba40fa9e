import * as z from "zod/mini";
import { provenance } from "./drawn";
import { text } from "./text";

/** One operating point of a replica: what its users wait for, and what it gives meanwhile. */
const point = z.strictObject({
  requestsAtOnce: z.optional(z.number().check(z.gte(0.01), z.lte(10_000_000))),
  timeToFirstTokenMilliseconds: z.number().check(z.gte(0), z.lte(100_000_000)),
  timePerOutputTokenMilliseconds: z.number().check(z.gte(0.001), z.lte(1_000_000)),
  /** Of the whole replica, prefill inside. */
  outputTokensPerSecond: z.number().check(z.gte(0.001), z.lte(1_000_000_000)),
});
export type ThroughputPoint = z.infer<typeof point>;

/** More than these no plan keeps of one front. */
export const mostFrontPoints = 200;

/** What one replica was measured to do at these lengths, from few requests at once to many. */
export const throughputFront = z.strictObject({
  inputTokens: z.int().check(z.gte(0), z.lte(10_000_000)),
  outputTokens: z.int().check(z.gte(1), z.lte(10_000_000)),
  points: z.array(point).check(z.minLength(1), z.maxLength(mostFrontPoints)),
  ...provenance,
  url: z.optional(text(500).check(z.regex(/^https?:\/\//, "Start the address with https://."))),
});
export type ThroughputFront = z.infer<typeof throughputFront>;
