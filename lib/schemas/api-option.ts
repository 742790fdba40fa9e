import * as z from "zod/mini";
import { apiRouting } from "./api-routing";
import { figure, rowId, rowName } from "./figure";
import { label, ownCurrency, staffFte } from "./option-parts";
import { notes } from "./text";
import { volumeDiscount } from "./volume-discount";

export const apiOption = z.strictObject({
  id: rowId,
  kind: z.literal("api"),
  name: rowName,
  notes,
  currency: ownCurrency,
  provider: label,
  inputPrice: figure({
    label: "Input price",
    unit: "moneyPerMillionTokens",
    min: 0,
    max: 10_000,
  }),
  cachedInputPrice: figure({
    label: "Cached input price",
    unit: "moneyPerMillionTokens",
    min: 0,
    max: 10_000,
  }),
  outputPrice: figure({
    label: "Output price",
    unit: "moneyPerMillionTokens",
    min: 0,
    max: 10_000,
  }),
  cacheWritePrice: z.optional(
    figure({
      label: "Cache write price",
      unit: "moneyPerMillionTokens",
      min: 0,
      max: 10_000,
      help: "Instead of the input price, for input tokens that are written to the cache.",
      emptyMeans: "the input price",
    }),
  ),
  cacheWriteFraction: z.optional(
    figure({
      label: "Input written to the cache",
      unit: "fraction",
      min: 0,
      max: 1,
      help: "Share of the uncached input tokens that pay the cache write price.",
      emptyMeans: "all uncached input",
    }),
  ),
  batchDiscountFraction: z.optional(
    figure({
      label: "Batch discount",
      unit: "fraction",
      min: 0,
      max: 1,
      help: "Off the token prices, for the share of a workload that can wait for a batch.",
      emptyMeans: "none",
    }),
  ),
  longContextFromTokens: z.optional(
    figure({
      label: "Long context from",
      unit: "tokensPerRequest",
      min: 0,
      max: 10_000_000,
      help: "Workloads whose requests have more input tokens than this pay the long-context price for all their tokens.",
      emptyMeans: "no long-context price",
    }),
  ),
  longContextInputRatio: z.optional(
    figure({
      label: "Long-context input price",
      unit: "ratio",
      min: 1,
      max: 100,
      help: "Times the plain price of input, cached input and cache writes.",
      emptyMeans: "needed with a threshold",
    }),
  ),
  longContextOutputRatio: z.optional(
    figure({
      label: "Long-context output price",
      unit: "ratio",
      min: 1,
      max: 100,
      help: "Times the plain output price.",
      emptyMeans: "needed with a threshold",
    }),
  ),
  requestFee: z.optional(
    figure({
      label: "Request fee",
      unit: "moneyPerThousandRequests",
      min: 0,
      max: 100_000,
      help: "For each thousand requests, retries included, beside the tokens.",
      emptyMeans: "none",
    }),
  ),
  routing: z.optional(apiRouting),
  volumeDiscount: z.optional(volumeDiscount),
  minimumSpend: z.optional(
    figure({
      label: "Minimum spend",
      unit: "moneyPerMonth",
      min: 0,
      max: 1e9,
      help: "Committed for each month; what the bill falls short of it is paid all the same.",
      emptyMeans: "none",
    }),
  ),
  fixedFee: figure({ label: "Fixed fee", unit: "moneyPerMonth", min: 0, max: 1e9 }),
  trainingRate: figure({
    label: "Training rate",
    unit: "moneyPerAcceleratorHour",
    min: 0,
    max: 10_000,
    help: "What an accelerator-hour costs for the training that goes with this API.",
  }),
  staffFte,
});
export type ApiOption = z.infer<typeof apiOption>;
