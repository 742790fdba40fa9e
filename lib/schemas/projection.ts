import * as z from "zod/mini";

/** What the engine answers, as the API gives it out: the names are the engine's own. */

const series = z.array(z.number());
const nullableSeries = z.array(z.nullable(z.number()));
const missing = z.array(z.strictObject({ path: z.string() }));
const status = z.enum(["complete", "incomplete", "infeasible"]);

const inferenceDemand = z.strictObject({
  kind: z.literal("inference"),
  workloadId: z.string(),
  requests: series,
  uncachedInputTokens: series,
  cachedInputTokens: series,
  outputTokens: series,
  servedTokens: series,
  retryFactor: z.number(),
  peakToMeanRatio: z.nullable(z.number()),
});

const trainingDemand = z.strictObject({
  kind: z.literal("training"),
  workloadId: z.string(),
  runs: series,
  acceleratorHours: series,
  acceleratorsAtOnce: series,
});

const totals = z.strictObject({
  inference: series,
  training: series,
  all: series,
  cumulative: series,
});

const costLine = z.strictObject({
  id: z.string(),
  use: z.enum(["inference", "training"]),
  cash: series,
  accrual: series,
  inputs: z.array(z.string()),
});

const capacity = z.strictObject({
  accelerators: series,
  servers: series,
  racks: series,
  serversDelivered: series,
  utilizationFraction: series,
  averagePowerKw: series,
  energyKwh: series,
  carbonKilograms: z.nullable(series),
  bridgedFraction: series,
  baseTrainingFraction: series,
  acceleratorHours: z.strictObject({ inference: series, training: series }),
});

const infeasibility = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("noBridge"), fromMonth: z.int(), toMonth: z.int() }),
  z.strictObject({ kind: z.literal("bridgeUnusable"), bridgeOptionId: z.string() }),
  z.strictObject({ kind: z.literal("noThroughput"), workloadId: z.string() }),
  z.strictObject({
    kind: z.literal("serviceLevelMissed"),
    workloadId: z.string(),
    missed: z.enum(["timePerOutputToken", "timeToFirstToken", "bothTogether"]),
    bestTimeToFirstTokenMilliseconds: z.number(),
    bestTimePerOutputTokenMilliseconds: z.number(),
  }),
  z.strictObject({ kind: z.literal("noPart"), part: z.enum(["first", "second"]) }),
  z.strictObject({ kind: z.literal("partUnusable"), partOptionId: z.string() }),
  z.strictObject({ kind: z.literal("noTraining") }),
  z.strictObject({
    kind: z.literal("requestsBeyondShare"),
    month: z.int(),
    workloadId: z.string(),
    requestsFraction: z.number(),
    servableFraction: z.number(),
  }),
  z.strictObject({
    kind: z.literal("tooFewDevices"),
    month: z.int(),
    needed: z.number(),
    devices: z.number(),
  }),
  z.strictObject({
    kind: z.literal("powerLimit"),
    month: z.int(),
    kilowatts: z.number(),
    availableKilowatts: z.number(),
  }),
  z.strictObject({
    kind: z.literal("demandTooLarge"),
    month: z.int(),
    tokens: z.number(),
    servers: z.optional(z.number()),
  }),
]);

const warning = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("fullUtilization"), path: z.string() }),
  z.strictObject({
    kind: z.literal("lengthsFarFromMeasured"),
    path: z.string(),
    workloadId: z.string(),
    inputTokens: z.number(),
    outputTokens: z.number(),
    measuredInputTokens: z.number(),
    measuredOutputTokens: z.number(),
  }),
  z.strictObject({
    kind: z.literal("quoteExpires"),
    validUntil: z.string(),
    fromMonth: z.int(),
    path: z.optional(z.string()),
  }),
  z.strictObject({ kind: z.literal("ownedPastLife"), path: z.string() }),
  z.strictObject({ kind: z.literal("commitmentOver"), path: z.string(), termMonths: z.int() }),
  z.strictObject({
    kind: z.literal("commitmentUnused"),
    path: z.string(),
    fromMonth: z.int(),
    unusedFraction: z.number(),
  }),
  z.strictObject({
    kind: z.literal("commitmentAfterHorizon"),
    path: z.string(),
    startMonth: z.int(),
  }),
  z.strictObject({ kind: z.literal("paidPastService"), path: z.string(), months: z.int() }),
  z.strictObject({ kind: z.literal("freeLease"), path: z.string() }),
  z.strictObject({ kind: z.literal("stageUnused"), path: z.string(), partOptionId: z.string() }),
  z.strictObject({ kind: z.literal("owedAtHorizon"), path: z.string(), amount: z.number() }),
  z.strictObject({
    kind: z.literal("committedBeyondHorizon"),
    path: z.string(),
    amount: z.number(),
    months: z.int(),
  }),
  z.strictObject({
    kind: z.literal("exitFeeAfterHorizon"),
    path: z.string(),
    amount: z.nullable(z.number()),
    month: z.int(),
  }),
]);

const planWarning = z.strictObject({
  kind: z.literal("noRuns"),
  path: z.string(),
  workloadId: z.string(),
  firstRunMonth: z.number(),
});

const summary = z.strictObject({
  cash: z.number(),
  accrual: z.number(),
  netPresentCost: z.number(),
  inference: z.number(),
  training: z.number(),
  costPerMillionTokens: z.nullable(z.number()),
  costPerMillionOutputTokens: z.nullable(z.number()),
  remainingBookValue: z.number(),
  owedAtHorizon: z.number(),
  committedBeyondHorizon: z.number(),
  carbonKilograms: z.nullable(z.number()),
  tokensPerKilowattHour: z.nullable(z.number()),
  tokensPerSecondPerMegawatt: z.nullable(z.number()),
});

export const optionProjection = z.strictObject({
  optionId: z.string(),
  kind: z.enum(["api", "cloud", "on-premises", "edge", "portfolio"]),
  status,
  missing,
  infeasibilities: z.array(infeasibility),
  warnings: z.array(warning),
  /** Only where they were asked for. */
  lines: z.optional(z.array(costLine)),
  cash: totals,
  accrual: totals,
  capacity,
  inferenceEnergy: z.nullable(z.strictObject({ servedTokens: series, energyKwh: series })),
  /** Machines whose power is not stated, and what they do. */
  powerUnknown: z.array(
    z.strictObject({ optionId: z.string(), uses: z.array(z.enum(["inference", "training"])) }),
  ),
  costPerMillionTokens: nullableSeries,
  summary,
});

export const projection = z.strictObject({
  months: z.int(),
  startMonth: z.string(),
  currency: z.string(),
  hoursPerMonth: z.number(),
  demand: z.array(z.discriminatedUnion("kind", [inferenceDemand, trainingDemand])),
  servedTokens: series,
  options: z.array(optionProjection),
  ranking: z.array(z.string()),
  baselineOptionId: z.nullable(z.string()),
  warnings: z.array(planWarning),
  missing,
});
