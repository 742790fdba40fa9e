import * as z from "zod/mini";
import { catalogKinds } from "@/lib/schemas/catalog-kind";
import { evidenceClass, isoDate, type Unit } from "@/lib/schemas/figure";

/** Every unit of a plan's inputs; the type says so when one is added there. */
const unitNames: Record<Unit, true> = {
  fraction: true,
  fractionPerYear: true,
  count: true,
  fullTimeEquivalents: true,
  ratio: true,
  months: true,
  month: true,
  exchangeRate: true,
  hoursPerDay: true,
  requestsPerMonth: true,
  tokensPerRequest: true,
  tokensPerSecond: true,
  milliseconds: true,
  acceleratorHours: true,
  days: true,
  billionParameters: true,
  billionTokens: true,
  teraflopsPerSecond: true,
  watts: true,
  kilowatts: true,
  kilogramsPerKilowattHour: true,
  money: true,
  moneyPerMonth: true,
  moneyPerYear: true,
  moneyPerMillionTokens: true,
  moneyPerAcceleratorHour: true,
  moneyPerAcceleratorYear: true,
  moneyPerServer: true,
  moneyPerServerMonth: true,
  moneyPerServerYear: true,
  moneyPerDevice: true,
  moneyPerDeviceMonth: true,
  moneyPerRack: true,
  moneyPerRackMonth: true,
  moneyPerKilowattHour: true,
  moneyPerKilowattMonth: true,
  gigabytes: true,
  moneyPerThousandRequests: true,
  moneyPerGigabyte: true,
  moneyPerGigabyteMonth: true,
};
export const units = Object.keys(unitNames) as Unit[];

/** Three things that are easily taken for one: which of them a yearly change is about. */
export const trendSubjects = [
  "named-machine-or-model",
  "same-work-on-the-newest-machine",
  "same-capability-by-api",
  "operating-cost",
] as const;

const name = z.string().check(z.minLength(1), z.maxLength(120));
const text = z.string().check(z.minLength(1), z.maxLength(500));
const url = z.string().check(z.maxLength(500), z.regex(/^https?:\/\//));

export const subject = z.strictObject({
  accelerator: z.optional(name),
  model: z.optional(name),
  openWeights: z.optional(z.boolean()),
  provider: z.optional(name),
  region: z.optional(name),
  /** ISO 4217; US dollars where absent. */
  currency: z.optional(z.string().check(z.regex(/^[A-Z]{3}$/))),
  precision: z.optional(name),
  servingEngine: z.optional(name),
  /** Tokens a request that a rate was measured with. */
  inputTokens: z.optional(z.int()),
  outputTokens: z.optional(z.int()),
  conditions: z.optional(text),
  trendOf: z.optional(z.enum(trendSubjects)),
});
export type CatalogSubject = z.infer<typeof subject>;

const provenance = {
  evidence: evidenceClass,
  source: z.string().check(z.minLength(1), z.maxLength(300)),
  url: z.optional(url),
  date: isoDate,
  note: z.optional(text),
};

const recordFigure = z
  .strictObject({
    unit: z.enum(units),
    /** Null where a thing is known and its price is not: unpriced, to be asked for. */
    value: z.nullable(z.number()),
    low: z.optional(z.number()),
    high: z.optional(z.number()),
    ...z.partial(z.strictObject(provenance)).shape,
  })
  .check(
    z.refine(
      ({ value, low, high }) =>
        value === null
          ? low === undefined && high === undefined
          : (low ?? value) <= value && value <= (high ?? value),
      { error: "low, value and high are out of order" },
    ),
  );

/**
 * What one source says about one thing: its figures, named like the plan's input that takes them
 * (`rate`, `outputPrice`, ...). A figure repeats of the provenance only what differs.
 */
export const catalogRecord = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9.-]{0,59}$/)),
  kind: z.enum(catalogKinds),
  label: name,
  subject,
  ...provenance,
  figures: z.record(z.string().check(z.regex(/^[a-z][A-Za-z]*$/)), recordFigure),
});
export type CatalogRecord = z.infer<typeof catalogRecord>;

export const catalogFile = z.array(catalogRecord).check(z.minLength(1));
