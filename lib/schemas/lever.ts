import * as z from "zod/mini";
import { figure, rowId } from "./figure";
import { unrepeated } from "./unrepeated";

/** What multiplies tokens a second of the very same model and requests. */
export const speedLeverKinds = [
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
/** What takes requests to another model, or to other machines. */
export const shareLeverKinds = ["model-routing", "edge-offload"] as const;
export const leverKinds = [...speedLeverKinds, ...shareLeverKinds] as const;
export type LeverKind = (typeof leverKinds)[number];

const startMonth = z.optional(
  figure({
    label: "First month of the lever",
    unit: "month",
    min: 1,
    max: 120,
    integer: true,
    emptyMeans: "month 1",
    help: "For one that comes on top: 1 is the first month of the plan.",
  }),
);

/**
 * Something below the waterline that multiplies tokens a second. `included`: the rate above already
 * has it, and loses it when it is off. `added`: it comes on top of the rate, from its month on.
 */
const speedLever = z.strictObject({
  id: rowId,
  kind: z.enum(speedLeverKinds),
  speedRatio: figure({
    label: "Effect of the lever",
    unit: "ratio",
    min: 0.01,
    max: 1000,
    help: "Tokens a second with it, over without it.",
  }),
  reach: z.enum(["included", "added"]),
  isOn: z.boolean(),
  startMonth,
});

/** A share of the requests is answered by a smaller model, on the same machines. */
const routingLever = z.strictObject({
  id: rowId,
  kind: z.literal("model-routing"),
  requestsFraction: figure({
    label: "Requests routed",
    unit: "fraction",
    min: 0,
    max: 1,
    help: "Share of the requests that the smaller model answers well enough: measure it, it is no property of the machine.",
  }),
  smallModelSpeedRatio: figure({
    label: "Speed of the smaller model",
    unit: "ratio",
    min: 0.01,
    max: 1000,
    help: "Its tokens a second an accelerator, over those of the model above, at the same service level.",
  }),
  reach: z.literal("added"),
  isOn: z.boolean(),
  startMonth,
});

/** A share of the requests is answered by devices, whose cost stands here. */
const offloadLever = z.strictObject({
  id: rowId,
  kind: z.literal("edge-offload"),
  requestsFraction: figure({
    label: "Requests on devices",
    unit: "fraction",
    min: 0,
    max: 0.99,
    help: "Share of the requests that devices answer in place of these machines.",
  }),
  devicesCost: figure({
    label: "Cost of the devices",
    unit: "moneyPerMillionTokens",
    min: 0,
    max: 1_000_000,
    help: "All that devices cost for a million tokens they work: their price, power and management. 0 only where others bear it.",
  }),
  reach: z.literal("added"),
  isOn: z.boolean(),
  startMonth,
});

export const lever = z.discriminatedUnion("kind", [speedLever, routingLever, offloadLever]);
export type Lever = z.infer<typeof lever>;
export type OffloadLever = z.infer<typeof offloadLever>;

export const levers = z.array(lever).check(
  z.maxLength(20),
  unrepeated<Lever>(
    ({ id }) => id,
    (id) => `Two levers have the id \u201c${id}\u201d. Give one of them another.`,
  ),
);
