import * as z from "zod/mini";
import { figure } from "./figure";

export const trainingKinds = ["pre-training", "fine-tuning", "reinforcement-learning"] as const;
export type TrainingKind = (typeof trainingKinds)[number];

/** What the accelerator-hours of a run follow from, in place of hours that are given. */
export const trainingCompute = z.strictObject({
  activeParameters: figure({
    label: "Active parameters",
    unit: "billionParameters",
    min: 0,
    max: 1_000_000,
    help: "Those that each token uses: fewer than all in a mixture of experts.",
  }),
  tokens: figure({
    label: "Training tokens a run",
    unit: "billionTokens",
    min: 0,
    max: 100_000_000,
    help: "Read and learned from; the formula counts forward and backward pass.",
  }),
  modelFlopsUtilizationFraction: figure({
    label: "FLOP/s utilization (MFU)",
    unit: "fraction",
    min: 0.01,
    max: 1,
    slider: [0.2, 0.6],
    help: "Useful FLOP/s over the peak. Large runs report 35 to 45%.",
  }),
  peakTeraflopsPerSecond: figure({
    label: "Peak speed of an accelerator",
    unit: "teraflopsPerSecond",
    min: 0.1,
    max: 1_000_000,
    help: "Of the plan’s reference accelerator, dense, in the precision of the training.",
  }),
});
export type TrainingCompute = z.infer<typeof trainingCompute>;
