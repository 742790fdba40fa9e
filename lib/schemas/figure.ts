import * as z from "zod/mini";
import { catalogKinds } from "./catalog-kind";
import { storableText, text } from "./text";

/** How firm a number is. Round marks are about the world, square ones about a seller. */
export const evidenceClasses = ["measured", "quoted", "list", "estimated", "assumed"] as const;
export const evidenceClass = z.enum(evidenceClasses);
export type EvidenceClass = z.infer<typeof evidenceClass>;

/**
 * Every unit an input can have. A `fraction` is stored as 0..1 and shown as a percentage;
 * money units carry no currency, because the option or the plan does.
 */
export type Unit =
  | "fraction"
  | "fractionPerYear"
  | "count"
  | "fullTimeEquivalents"
  | "ratio"
  | "months"
  /** Which month of the plan, the first being 1: no duration. */
  | "month"
  | "exchangeRate"
  | "hoursPerDay"
  | "requestsPerMonth"
  | "tokensPerRequest"
  | "tokensPerSecond"
  | "milliseconds"
  | "acceleratorHours"
  | "days"
  | "billionParameters"
  | "billionTokens"
  | "teraflopsPerSecond"
  | "watts"
  | "kilowatts"
  | "kilogramsPerKilowattHour"
  | "money"
  | "moneyPerMonth"
  | "moneyPerYear"
  | "gigabytes"
  | "moneyPerMillionTokens"
  | "moneyPerThousandRequests"
  | "moneyPerGigabyte"
  | "moneyPerGigabyteMonth"
  | "moneyPerAcceleratorHour"
  | "moneyPerAcceleratorYear"
  | "moneyPerServer"
  | "moneyPerServerMonth"
  | "moneyPerServerYear"
  | "moneyPerDevice"
  | "moneyPerDeviceMonth"
  | "moneyPerRack"
  | "moneyPerRackMonth"
  | "moneyPerKilowattHour"
  | "moneyPerKilowattMonth";

/** Money in any of its denominators. */
export function isMoneyUnit(unit: Unit): boolean {
  return unit.startsWith("money");
}

/** What stands where a figure has no value: only what costs money can be unpriced. */
export function missingWord(...units: readonly Unit[]): "unpriced" | "missing" {
  return units.every(isMoneyUnit) ? "unpriced" : "missing";
}

/** What a form, a message and a slider must know about an input. Bounds are in stored units. */
export type FieldSpec = {
  readonly label: string;
  readonly unit: Unit;
  readonly min: number;
  readonly max: number;
  readonly integer?: boolean;
  /** At most this many decimals, for money that someone signs. */
  readonly maxDecimals?: number;
  readonly help?: string;
  /** What an empty field stands for, where a missing value is no gap in the answer. */
  readonly emptyMeans?: string;
  /** The range a slider offers, where it is narrower than the bounds. */
  readonly slider?: readonly [low: number, high: number];
};

export const fieldSpecs = z.registry<FieldSpec>();

export const isoDate = z.iso
  .date("Write the date as YYYY-MM-DD, for example 2026-11-21.")
  .check(z.regex(/^(19|20|21)/, "Use a year from 1900 to 2199."));

/** Which figure of the catalog a plan's figure was taken from, and what that one said then. */
const catalogReference = z.strictObject({
  /** `<record>.<field>`. */
  entry: text(120),
  kind: z.enum(catalogKinds),
  value: z.nullable(z.number()),
  /** Of the shared catalog, or of the organization's own entry. */
  version: text(60),
});
export type CatalogReference = z.infer<typeof catalogReference>;

/** Where a figure's number comes from: the same for every figure, and one schema for all of them. */
const provenance = {
  evidence: evidenceClass,
  source: z.optional(text(300)),
  url: z.optional(text(500).check(z.regex(/^https?:\/\//, "Start the address with https://."))),
  date: z.optional(isoDate),
  note: z.optional(text(1000)),
  catalog: z.optional(catalogReference),
};

/**
 * A number with its provenance: value in the unit of its spec, or null where it is missing.
 * `low` and `high` bound what is plausible; a slider shows them as its band.
 */
export function figure(spec: FieldSpec) {
  const number = bounded(spec);
  const end = z.optional(number);
  return z
    .strictObject({ value: z.nullable(number), low: end, high: end, ...provenance })
    .register(fieldSpecs, spec);
}

function bounded({ min, max, integer, maxDecimals }: FieldSpec) {
  const number = z.number().check(z.gte(min), z.lte(max));
  const whole = integer ? number.check(z.int()) : number;
  return maxDecimals === undefined
    ? whole
    : whole.check(
        z.refine((value) => Number(value.toFixed(maxDecimals)) === value, {
          error: `has more than ${maxDecimals} decimals`,
        }),
      );
}

export type Figure = z.infer<ReturnType<typeof figure>>;

/** A stable, readable name for a row inside its plan, used in paths such as `options.api.inputPrice`. */
export const rowId = z
  .string()
  .check(
    z.regex(
      /^[a-z][a-z0-9-]{0,39}$/,
      "Use 1 to 40 lower-case letters, digits or hyphens, starting with a letter.",
    ),
  );

export const rowName = z
  .string()
  .check(z.trim(), z.minLength(1, "Give it a name."), z.maxLength(80), storableText);
