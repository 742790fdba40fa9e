import { currencyCode } from "@/lib/schemas/currency-code";
import type { GrowthCurve, PricePath } from "@/lib/schemas/curve";
import type { Figure } from "@/lib/schemas/figure";
import { noQuoteYet } from "@/lib/schemas/has-quote";
import type { LoadShape } from "@/lib/schemas/load-shape";
import type { Throughput } from "@/lib/schemas/throughput";
import type { ThroughputFront } from "@/lib/schemas/throughput-front";
import { isSharedName, type SharedNameKind, sharedFront, sharedShape } from "./shared-figure";

/** What a field is copied by, beside its own value. */
export type CopyContext = {
  /** YYYY-MM: no month of the client's. */
  readonly startMonth: string;
  /** Of the amounts around the field. */
  readonly currency: string;
  /** The new id of a row by its old one; null where the plan has no such row. */
  readonly workloadId: (id: unknown) => string | null;
  readonly optionId: (id: unknown) => string | null;
  /** Goes on field by field into what stands in the value's place. */
  readonly inside: (value: unknown) => unknown;
};

/** What stands in the place of a field; undefined leaves it out. */
type Rule = (value: never, context: CopyContext) => unknown;

export const missingFigure: Figure = { value: null, evidence: "assumed" };

const left: Rule = () => undefined;
const kept: Rule = (value) => value;

/** A name that everybody can read in the shared catalog; any other was typed, and may be the client's. */
const named =
  (kind: SharedNameKind): Rule =>
  (text) =>
    isSharedName(kind, text) ? text : "";

/** Levels that were drawn are figures, and cannot be empty: a yearly change that is missing stands there. */
const pricePath: Rule = (path: PricePath, { inside }) =>
  inside(
    path.kind === "annual"
      ? path
      : ({ kind: "annual", changePerYearFraction: missingFigure } satisfies PricePath),
  );

const growth: Rule = (curve: GrowthCurve, { inside }) =>
  inside(
    curve.kind === "steps" || curve.kind === "drawn"
      ? ({ kind: "compound", ratePerYearFraction: missingFigure } satisfies GrowthCurve)
      : curve,
  );

/** Measured points are figures too: where they are not the shared catalog's, a rate that is missing stands there. */
const throughput: Rule = (rows: readonly Throughput[], { inside }) =>
  inside(
    rows.map((row): Throughput => {
      if (row.basis !== "front" || sharedFront(row.front)) return row;
      const { front: _, ...conditions } = row;
      return { ...conditions, basis: "combined", outputTokensPerSecond: missingFigure };
    }),
  );

const isoCurrency: Rule = (code) => (currencyCode.safeParse(code).success ? code : undefined);

const optionId: Rule = (id, context) => context.optionId(id);

/**
 * What a copy for another organization has of every field that is neither a figure nor one of a few fixed choices.
 * A field that is not named here is left out; a test finds it.
 */
export const copiedFields: Readonly<Record<string, Rule>> = {
  horizonMonths: kept,
  hoursPerMonth: kept,
  startMonth: (_, context) => context.startMonth,
  ...{ currency: isoCurrency, from: isoCurrency, to: isoCurrency },
  ...{ id: left, name: left, notes: left, budgets: left, fiscalYearStartMonth: left },
  referenceAccelerator: named("accelerator"),
  accelerator: named("accelerator"),
  device: named("device"),
  modelName: named("model"),
  provider: named("provider"),
  precision: named("precision"),
  servingEngine: named("servingEngine"),
  conditions: (text) => (isSharedName("conditions", text) ? text : undefined),
  workloadId: (id, context) => context.workloadId(id),
  bridgeOptionId: optionId,
  firstOptionId: optionId,
  secondOptionId: optionId,
  baselineOptionId: optionId,
  hardwarePricePath: pricePath,
  cloudPricePath: pricePath,
  apiPricePath: pricePath,
  powerPricePath: pricePath,
  staffCostPath: pricePath,
  otherPricePath: pricePath,
  gridIntensityPath: pricePath,
  growth,
  throughput,
  front: (front: ThroughputFront) => sharedFront(front),
  loadShape: (shape: LoadShape) => sharedShape(shape),
  ...{ season: left, runSchedule: left, residualCurve: left, quoteUsed: left },
  supplierName: () => noQuoteYet,
  number: () => "",
  quotedOn: (_, { startMonth }) => `${startMonth}-01`,
  validUntil: (_, { startMonth }) => `${startMonth}-28`,
  // Values of a scenario are figures: which of them stay is seen when the rows are there.
  changes: () => [],
};
