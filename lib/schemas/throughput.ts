import * as z from "zod/mini";
import { figure, rowId } from "./figure";
import { levers } from "./lever";
import { label } from "./option-parts";
import { text } from "./text";
import { throughputFront } from "./throughput-front";
import { unrepeated } from "./unrepeated";

/** What every rate rests on; lengths are tokens a request, precision and engine are names. */
const conditions = {
  workloadId: rowId,
  modelName: label,
  accelerator: label,
  precision: label,
  servingEngine: label,
  /** What the rate was measured under: lengths, latency limits, batch. Free text, shown beside it. */
  conditions: z.optional(text(500)),
  acceleratorsPerReplica: figure({
    label: "Accelerators a replica",
    unit: "count",
    min: 1,
    max: 1024,
    integer: true,
  }),
  speedUpPerYearFraction: z.optional(
    figure({
      label: "Software speed-up",
      unit: "fractionPerYear",
      min: 0,
      max: 5,
      slider: [0, 1],
      emptyMeans: "none",
      help: "The same machine does more from year to year. Applied as (1 + rate)^(months / 12).",
    }),
  ),
  levers: z.optional(levers),
};

/**
 * How fast one replica serves one workload, at its service level.
 * `split`: prefill and decode rates apart. `combined`: output tokens/s with the prefill inside.
 * `front`: points measured at several numbers of requests; the workload's targets choose among them.
 */
export const throughput = z.discriminatedUnion("basis", [
  z.strictObject({
    ...conditions,
    basis: z.literal("combined"),
    outputTokensPerSecond: figure({
      label: "Output throughput a replica",
      unit: "tokensPerSecond",
      min: 0.001,
      max: 1e9,
      help: "Output tokens a second of one replica, prefill inside.",
    }),
  }),
  z.strictObject({
    ...conditions,
    basis: z.literal("split"),
    prefillTokensPerSecond: figure({
      label: "Prefill throughput a replica",
      unit: "tokensPerSecond",
      min: 0.001,
      max: 1e9,
    }),
    decodeTokensPerSecond: figure({
      label: "Decode throughput a replica",
      unit: "tokensPerSecond",
      min: 0.001,
      max: 1e9,
    }),
  }),
  z.strictObject({ ...conditions, basis: z.literal("front"), front: throughputFront }),
]);
export type Throughput = z.infer<typeof throughput>;

const throughputs = z.array(throughput).check(
  z.maxLength(50),
  unrepeated<Throughput>(
    ({ workloadId }) => workloadId,
    (id) => `Two throughputs are for the workload \u201c${id}\u201d. Keep one of them.`,
  ),
);

/** What sizing needs of machines that serve alone. */
export const deviceSizing = {
  throughput: throughputs,
  utilizationCeilingFraction: figure({
    label: "Utilization ceiling",
    unit: "fraction",
    min: 0.01,
    max: 1,
    slider: [0.3, 1],
    help: "Share of measured throughput that planning may use at the peak.",
  }),
};

/** What every way of running accelerators oneself needs, rented or owned. */
export const fleet = {
  ...deviceSizing,
  spareReplicas: figure({
    label: "Spare replicas",
    unit: "count",
    min: 0,
    max: 1000,
    integer: true,
    help: "Kept ready for each workload, on top of what the peak needs.",
  }),
  trainingSpeedRatio: figure({
    label: "Training speed",
    unit: "ratio",
    min: 0.001,
    max: 1000,
    help: "Against the plan’s reference accelerator. 1 = the same.",
  }),
};
