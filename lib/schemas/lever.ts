import * as z from "zod/mini";
import { figure, rowId } from "./figure";
import { unrepeated } from "./unrepeated";

export const leverKinds = [
  "quantization",
  "speculative-decoding",
  "continuous-batching",
  "prefix-caching",
  "attention-kernels",
  "disaggregation",
  "wide-parallelism",
  "memory-bandwidth",
  "serving-software",
] as const;
export type LeverKind = (typeof leverKinds)[number];

/**
 * Something below the waterline that multiplies tokens a second. `included`: the rate above already
 * has it, and loses it when it is off. `added`: it comes on top of the rate, from its month on.
 */
export const lever = z.strictObject({
  id: rowId,
  kind: z.enum(leverKinds),
  speedRatio: figure({
    label: "Effect of the lever",
    unit: "ratio",
    min: 0.01,
    max: 1000,
    help: "Tokens a second with it, over without it.",
  }),
  reach: z.enum(["included", "added"]),
  isOn: z.boolean(),
  startMonth: z.optional(
    figure({
      label: "First month of the lever",
      unit: "month",
      min: 1,
      max: 120,
      integer: true,
      emptyMeans: "month 1",
      help: "For one that comes on top: 1 is the first month of the plan.",
    }),
  ),
});
export type Lever = z.infer<typeof lever>;

export const levers = z.array(lever).check(
  z.maxLength(20),
  unrepeated<Lever>(
    ({ id }) => id,
    (id) => `Two levers have the id \u201c${id}\u201d. Give one of them another.`,
  ),
);
