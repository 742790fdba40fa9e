import * as z from "zod/mini";
import { growthCurve } from "./curve";
import { figure, rowId, rowName } from "./figure";
import { loadShape } from "./load-shape";
import { runSchedule } from "./run-schedule";
import { shownNumber } from "./shown";
import { notes, text } from "./text";
import { trainingCompute, trainingKinds } from "./training-compute";

/** Twelve factors, January first, with a mean of 1. */
const season = z.array(z.number().check(z.gte(0), z.lte(12))).check(
  z.length(12, "Give twelve season factors, January first."),
  z.check(({ value, issues }) => {
    const sum = value.reduce((total, factor) => total + factor, 0);
    if (Math.abs(sum - 12) < 0.006) return;
    const message = `Season adds up to ${shownNumber(sum)}. Scale the twelve factors so that they add up to 12.`;
    issues.push({ code: "custom", message, input: value });
  }),
);

export const inferenceWorkload = z.strictObject({
  id: rowId,
  kind: z.literal("inference"),
  name: rowName,
  notes,
  modelName: text(120),
  requestsPerMonth: figure({
    label: "Requests in month 1",
    unit: "requestsPerMonth",
    min: 0,
    max: 1e12,
  }),
  growth: growthCurve,
  season: z.optional(season),
  peakToMeanRatio: figure({
    label: "Peak to mean",
    unit: "ratio",
    min: 1,
    max: 100,
    slider: [1, 6],
    help: "Busiest hour over the average hour. Sizes machines, never an API bill.",
  }),
  /** Stands in place of the plain peak factor, and never multiplies it. */
  loadShape: z.optional(loadShape),
  batchableFraction: z.optional(
    figure({
      label: "Batchable share",
      unit: "fraction",
      min: 0,
      max: 1,
      emptyMeans: "none",
      help: "Share of the tokens that may wait for hours: it stays outside the peak.",
    }),
  ),
  inputTokensPerRequest: figure({
    label: "Input tokens a request",
    unit: "tokensPerRequest",
    min: 0,
    max: 10_000_000,
  }),
  cachedInputFraction: figure({
    label: "Cached share of input",
    unit: "fraction",
    min: 0,
    max: 1,
    help: "Prefix-cache hit rate: input tokens that need no prefill.",
  }),
  outputTokensPerRequest: figure({
    label: "Output tokens a request",
    unit: "tokensPerRequest",
    min: 0,
    max: 10_000_000,
  }),
  reasoningRatio: figure({
    label: "Reasoning multiplier",
    unit: "ratio",
    min: 1,
    max: 1000,
    help: "Tokens generated for each token of the answer (test-time scaling). 1 = none.",
  }),
  /** When the multiplier holds; absent, in every month. */
  reasoning: z.optional(
    z.strictObject({
      isOn: z.boolean(),
      startMonth: z.optional(
        figure({
          label: "First month of reasoning",
          unit: "month",
          min: 1,
          max: 120,
          integer: true,
          emptyMeans: "month 1",
          help: "Before it, and while it is off, an answer is written without reasoning. 1 is the first month of the plan.",
        }),
      ),
    }),
  ),
  retryFraction: figure({
    label: "Retries",
    unit: "fraction",
    min: 0,
    max: 10,
    help: "Requests sent again. Billed and sized, but not served twice.",
  }),
  timeToFirstTokenTargetMilliseconds: z.optional(
    figure({
      label: "Time to first token, at most",
      unit: "milliseconds",
      min: 1,
      max: 3_600_000,
      slider: [100, 5000],
      emptyMeans: "any",
      help: "Chooses among measured points of a throughput; one that is a single rate has it inside.",
    }),
  ),
  timePerOutputTokenTargetMilliseconds: z.optional(
    figure({
      label: "Time per output token, at most",
      unit: "milliseconds",
      min: 0.1,
      max: 60_000,
      slider: [5, 200],
      emptyMeans: "any",
      help: "50 ms are 20 tokens a second for each user. Chooses among measured points of a throughput.",
    }),
  ),
});
export type InferenceWorkload = z.infer<typeof inferenceWorkload>;

export const trainingWorkload = z.strictObject({
  id: rowId,
  kind: z.literal("training"),
  name: rowName,
  notes,
  modelName: text(120),
  acceleratorHoursPerRun: figure({
    label: "Accelerator-hours a run",
    unit: "acceleratorHours",
    min: 0,
    max: 1e10,
    help: "On the plan’s reference accelerator; an option’s training speed converts it.",
  }),
  /** Takes the place of hours that are given. */
  compute: z.optional(trainingCompute),
  trainingKind: z.optional(z.enum(trainingKinds)),
  runDays: z.optional(
    figure({
      label: "Days to finish a run",
      unit: "days",
      min: 0.1,
      max: 3660,
      emptyMeans: "its whole month",
      help: "From the start of its month. Fewer days need more accelerators at once.",
    }),
  ),
  firstRunMonth: figure({
    label: "Month of the first run",
    unit: "month",
    min: 1,
    max: 120,
    integer: true,
    help: "1 is the first month of the plan.",
  }),
  monthsBetweenRuns: figure({
    label: "Months between runs",
    unit: "months",
    min: 1,
    max: 120,
    integer: true,
  }),
  /** Takes the place of the first run and the gap. */
  runSchedule: z.optional(runSchedule),
  growth: growthCurve,
  failureFraction: figure({
    label: "Failures and restarts",
    unit: "fraction",
    min: 0,
    max: 10,
    help: "Extra accelerator-hours lost to failed and restarted work.",
  }),
  experimentsRatio: figure({
    label: "Experiments factor",
    unit: "ratio",
    min: 1,
    max: 100,
    help: "All accelerator-hours over those of the final run. 1 = the final run alone.",
  }),
});
export type TrainingWorkload = z.infer<typeof trainingWorkload>;

export const workload = z.discriminatedUnion("kind", [inferenceWorkload, trainingWorkload]);
export type Workload = z.infer<typeof workload>;
