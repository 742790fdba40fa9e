import fc from "fast-check";
import { type Assumptions, taxDepreciations } from "@/lib/schemas/assumptions";
import type { CloudOption } from "@/lib/schemas/cloud-option";
import type { GrowthCurve, PricePath } from "@/lib/schemas/curve";
import { deviceOwnerships } from "@/lib/schemas/edge-option";
import type { OnPremisesOption, OwnedServers } from "@/lib/schemas/on-premises-option";
import type { Plan } from "@/lib/schemas/plan";
import type { RunSchedule } from "@/lib/schemas/run-schedule";
import type { Throughput } from "@/lib/schemas/throughput";
import type { Workload } from "@/lib/schemas/workload";
import { arbitraryCurrencies, inCurrencies } from "./arbitrary-currencies";
import { money, number, whole } from "./arbitrary-figure";
import { someLevers } from "./arbitrary-levers";
import { anyShape } from "./arbitrary-shape";
import { arbitraryTerms } from "./arbitrary-terms";
import {
  api,
  assumed,
  cloud,
  combined,
  edge,
  inference,
  onPremises,
  planOf,
  portfolio,
  split,
  training,
} from "./plans";

/** What a generated plan may hold. */
type Bounds = {
  /** Demand never falls from one month to the next. */
  readonly risingDemand?: boolean;
  /** Prices of hardware never rise, and servers bring nothing at the end of their life. */
  readonly fallingHardware?: boolean;
};

const absentOr = <Value>(some: fc.Arbitrary<Value>) => fc.option(some, { nil: undefined });

/** The same without the fields that are absent. */
type Present<Parts> = { [K in keyof Parts]: Exclude<Parts[K], undefined> };
const present = <Parts extends object>(parts: Parts): Present<Parts> =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as never;

/** No tax, or one with any depreciation; by the books alone where a dearer year must not turn a convention. */
const tax = ({ fallingHardware }: Bounds): fc.Arbitrary<Partial<Assumptions>> =>
  fc.oneof(
    fc.constant({}),
    fc.record({
      taxRateFraction: number(0, 0.5),
      taxDepreciation: fallingHardware
        ? fc.constant("book" as const)
        : fc.constantFrom(...taxDepreciations),
    }),
  );

const steps = (falling: boolean) =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: 119 }), { minLength: 1, maxLength: 4 })
    .chain((months) =>
      fc.tuple(
        fc.constant(months.toSorted((a, b) => a - b)),
        fc.array(fc.integer({ min: 0, max: falling ? 100 : 500 }), {
          minLength: months.length,
          maxLength: months.length,
        }),
      ),
    )
    .map(([months, factors]) => ({
      kind: "steps" as const,
      steps: factors
        .toSorted((a, b) => (falling ? b - a : a - b))
        .map((factor, i) => ({
          month: months[i] ?? 0,
          factor: falling ? factor / 100 : 1 + factor / 100,
        })),
      evidence: "assumed" as const,
    }));

const drawn = (falling: boolean) =>
  steps(falling).map(({ steps: rows, evidence }) => ({
    kind: "drawn" as const,
    points: rows
      .filter(({ month }) => !falling || month > 0)
      .concat({ month: 119, factor: falling ? 0.001 : 1000 })
      .filter(({ month }, i, all) => i === all.findIndex((other) => other.month === month))
      .map(({ month, factor }) => ({ month, factor: Math.max(factor, 0.001) })),
    evidence,
  }));

const pricePath = (falling = false): fc.Arbitrary<PricePath> =>
  fc.oneof(
    number(-0.6, falling ? 0 : 0.5).map((changePerYearFraction) => ({
      kind: "annual" as const,
      changePerYearFraction,
    })),
    steps(falling),
    drawn(falling),
  );

const growth = (rising: boolean): fc.Arbitrary<GrowthCurve> =>
  fc.oneof(
    number(rising ? 0 : -0.5, 2).map((ratePerYearFraction) => ({
      kind: "compound" as const,
      ratePerYearFraction,
    })),
    number(rising ? 0 : -0.8, 3).map((addedPerYearFraction) => ({
      kind: "linear" as const,
      addedPerYearFraction,
    })),
    fc.record({
      kind: fc.constant("logistic" as const),
      ceilingRatio: number(0.5, 20),
      midpointMonths: number(-12, 60),
      steepnessPerYear: number(0.1, 6),
    }),
    fc.record({
      kind: fc.constant("bass" as const),
      marketRatio: number(0.5, 20),
      innovationPerYearFraction: number(0.001, 1),
      imitationPerYearFraction: number(0, 2),
      monthsSinceLaunch: whole(0, 60),
    }),
    steps(false),
    drawn(false),
  );

const season = fc
  .array(fc.integer({ min: 1, max: 9 }), { minLength: 12, maxLength: 12 })
  .map((parts) => {
    const sum = parts.reduce((total, part) => total + part, 0);
    return parts.map((part) => (12 * part) / sum);
  });

/** Half of the workloads have dated runs. */
const runSchedule: fc.Arbitrary<RunSchedule | undefined> = fc.oneof(
  fc.constant(undefined),
  fc
    .uniqueArray(
      fc.record({ month: fc.integer({ min: 0, max: 60 }), count: fc.integer({ min: 1, max: 4 }) }),
      {
        minLength: 1,
        maxLength: 6,
        selector: ({ month }) => month,
      },
    )
    .map((runs) => ({
      runs: runs.toSorted((a, b) => a.month - b.month),
      evidence: "assumed" as const,
    })),
);

const workloads = (bounds: Bounds): fc.Arbitrary<Workload[]> => {
  const rising = bounds.risingDemand ?? false;
  const served = fc
    .record({
      requestsPerMonth: fc.oneof(whole(1, 30_000_000), whole(0, 2)),
      growth: growth(rising),
      peakToMeanRatio: number(1, 6),
      inputTokensPerRequest: whole(0, 8000),
      cachedInputFraction: number(0, 1),
      outputTokensPerRequest: fc.oneof(whole(1, 2000), fc.constant(assumed(0))),
      reasoningRatio: number(1, 8),
      retryFraction: number(0, 0.3),
      loadShape: absentOr(anyShape),
      batchableFraction: absentOr(number(0, 1)),
    })
    .map(present)
    .chain((parts) =>
      rising
        ? fc.constant(inference(parts))
        : fc
            .option(season)
            .map((factors) => inference(factors ? { ...parts, season: factors } : parts)),
    );
  const trained = fc
    .record({
      acceleratorHoursPerRun: number(0, 30_000),
      firstRunMonth: whole(1, 24),
      runSchedule: runSchedule,
      monthsBetweenRuns: whole(1, 12),
      growth: growth(rising),
      failureFraction: number(0, 0.5),
      experimentsRatio: number(1, 4),
      runDays: absentOr(number(1, 200)),
      compute: absentOr(
        fc.record({
          activeParameters: number(0, 100),
          tokens: number(0, 200),
          modelFlopsUtilizationFraction: number(0.2, 0.6),
          peakTeraflopsPerSecond: number(100, 3000),
        }),
      ),
    })
    .map((parts) => training(present(parts)));
  return fc
    .tuple(
      fc.array(served, { maxLength: 3 }),
      rising ? fc.constant([]) : fc.array(trained, { maxLength: 2 }),
    )
    .map((rows) => rows.flat().map((row, i) => ({ ...row, id: `work-${i}` })));
};

const profile = (workloadId: string, bounds: Bounds): fc.Arbitrary<Throughput> =>
  fc
    .tuple(
      fc.boolean(),
      whole(1, 24),
      fc.double({ min: 50, max: 9000, noNaN: true }),
      bounds.risingDemand ? fc.constant(undefined) : absentOr(number(0, 1)),
      bounds.risingDemand ? fc.constant(undefined) : absentOr(someLevers),
    )
    .map(([isSplit, acceleratorsPerReplica, rate, speedUp, levers]) => {
      const row = isSplit ? split(rate * 12, rate, { workloadId }) : combined(rate, { workloadId });
      const faster = speedUp ? { speedUpPerYearFraction: speedUp } : {};
      return { ...row, acceleratorsPerReplica, ...faster, ...(levers ? { levers } : {}) };
    });

const fleet = (rows: readonly Workload[], bounds: Bounds) => ({
  throughput: fc.tuple(
    ...rows.filter((row) => row.kind === "inference").map((row) => profile(row.id, bounds)),
  ),
  utilizationCeilingFraction: number(0.2, 1),
  spareReplicas: whole(0, 2),
  trainingSpeedRatio: number(0.2, 3),
  staffFte: number(0, 3),
});

/** Everything, or nothing, of what an option may do without. */
const sometimes = <Parts extends object>(parts: fc.Arbitrary<Parts>) =>
  fc.oneof(fc.constant({}), parts);

const apiTerms = fc
  .record(
    {
      cacheWritePrice: money(12),
      cacheWriteFraction: number(0, 1),
      batchDiscountFraction: number(0, 1),
      longContext: fc.record({
        longContextFromTokens: whole(0, 8000),
        longContextInputRatio: number(1, 3),
        longContextOutputRatio: number(1, 3),
      }),
      requestFee: money(20),
      minimumSpend: money(100_000),
      volumeDiscount: fc.record({
        reach: fc.constant("spend-above" as const),
        tiers: fc
          .array(fc.record({ fromSpend: money(1_000_000), discountFraction: number(0, 1) }), {
            minLength: 1,
            maxLength: 4,
          })
          .map((tiers) => tiers.map((tier, i) => ({ id: `tier-${i}`, ...tier }))),
      }),
    },
    { requiredKeys: [] },
  )
  .map(({ longContext, ...terms }) => ({ ...terms, ...longContext }));

const apiOption = fc
  .record({
    inputPrice: money(10),
    cachedInputPrice: money(2),
    outputPrice: money(40),
    fixedFee: money(20_000),
    trainingRate: money(8),
    staffFte: number(0, 1),
  })
  .chain((parts) => sometimes(apiTerms).map((terms) => api({ ...parts, ...terms })));

const commitmentTerms = fc.record({
  instances: whole(0, 12),
  startMonth: whole(1, 30),
  term: fc.constantFrom("1-year" as const, "3-year" as const, "5-year" as const),
  pricing: fc.constantFrom("discount" as const, "rate" as const),
  discountFraction: number(0, 0.7),
  rate: money(9),
  payment: fc.constantFrom("monthly" as const, "upfront" as const),
  atEnd: fc.constantFrom("renew" as const, "end" as const),
});

/** Some of them began before the plan, and a few have run out. */
const commitment = fc
  .tuple(
    commitmentTerms,
    sometimes(fc.record({ running: fc.record({ monthsRun: whole(1, 40), rate: money(9) }) })),
  )
  .map(([terms, running]) => ({ ...terms, ...running }));

const cloudTerms = fc
  .record(
    {
      commitments: fc
        .array(commitment, { maxLength: 3 })
        .map((rows) => rows.map((row, i) => ({ id: `commitment-${i}`, ...row }))),
      spot: fc.record({
        spotFraction: number(0, 1),
        spotRate: money(5),
        spotOverheadFraction: number(0, 0.5),
      }),
      scalingBufferFraction: number(0, 0.5),
      stored: fc.record({ storedGigabytes: whole(0, 100_000), storagePrice: money(1) }),
      left: fc.record({ egressGigabytes: whole(0, 100_000), egressPrice: money(1) }),
    },
    { requiredKeys: [] },
  )
  .map(({ spot, stored, left, ...terms }) => ({ ...terms, ...spot, ...stored, ...left }));

/** Autoscaling needs the hours of every workload. */
function policiesFor(rows: readonly Workload[]): CloudOption["policy"][] {
  const hasHours = rows.every((row) => row.kind === "training" || row.loadShape !== undefined);
  return ["always-on", "active-window", ...(hasHours ? ["autoscaled" as const] : [])];
}

const cloudOption = (rows: readonly Workload[], bounds: Bounds) =>
  fc
    .record({
      ...fleet(rows, bounds),
      acceleratorsPerInstance: whole(1, 16),
      rate: money(12),
      policy: fc.constantFrom(...policiesFor(rows)),
      activeHoursPerDay: number(2, 24),
      storage: money(9000),
      egress: money(9000),
      supportFraction: number(0, 0.2),
    })
    .chain((parts) => sometimes(cloudTerms).map((terms) => cloud({ ...parts, ...terms })));

/** Of any age, some of them leased, or leaving before their life ends. */
const ownedGroup = fc.record(
  {
    servers: whole(0, 20),
    ageMonths: whole(0, 70),
    bookValue: money(200_000),
    residualValue: money(20_000),
    leaveAfterMonths: whole(0, 60),
    exitFee: money(30_000),
    leasePayment: money(4000),
  },
  { requiredKeys: ["servers", "ageMonths", "bookValue"] },
) as fc.Arbitrary<OwnedServers>;

const onPremisesOption = (rows: readonly Workload[], bounds: Bounds) =>
  fc
    .record({
      ...fleet(rows, bounds),
      acceleratorsPerServer: whole(1, 16),
      quote: fc.record({
        validUntil: fc.constantFrom("2026-12-31", "2027-06-30", "2029-12-31", "2040-12-31"),
        serverPrice: money(500_000),
        networkPrice: money(60_000),
        installationPrice: money(9000),
      }),
      owned: fc.option(
        fc.record(
          {
            servers: whole(0, 20),
            ageMonths: whole(0, 70),
            bookValue: money(200_000),
            residualValue: money(20_000),
          },
          { requiredKeys: ["servers", "ageMonths", "bookValue"] },
        ) as fc.Arbitrary<NonNullable<OnPremisesOption["owned"]>>,
      ),
      furtherOwned: sometimes(
        fc.record({ furtherOwned: fc.array(ownedGroup, { minLength: 1, maxLength: 3 }) }),
      ).map(({ furtherOwned }: { readonly furtherOwned?: readonly OwnedServers[] }) =>
        furtherOwned?.map((group, i) => ({ id: `group-${i}`, ...group })),
      ),
      purchasing: fc.constantFrom("as-needed" as const, "as-needed" as const, "none" as const),
      bridgeOptionId: fc.constantFrom("api", "cloud"),
      leadTimeMonths: whole(0, 18),
      usefulLifeMonths: whole(6, 84),
      residualFraction: bounds.fallingHardware ? fc.constant(assumed(0)) : number(0, 0.6),
      supportPerYearFraction: number(0, 0.2),
      licences: money(6000),
      spareServers: whole(0, 2),
      serverPower: number(0, 20),
      loadFactorFraction: number(0, 1),
      pueRatio: number(1, 2),
      space: money(300),
      terms: arbitraryTerms({ hasResidual: !bounds.fallingHardware }),
    })
    .map(({ owned, furtherOwned, terms, ...parts }) =>
      onPremises({
        ...parts,
        ...terms,
        ...(owned && { owned }),
        ...(furtherOwned && { furtherOwned }),
      }),
    );

/** Enough devices for a small share of the work, or too few; they train nothing. */
const edgeOption = (rows: readonly Workload[], bounds: Bounds) =>
  fc
    .record({
      throughput: fleet(rows, bounds).throughput,
      utilizationCeilingFraction: number(0.1, 1),
      ownership: fc.constantFrom(...deviceOwnerships),
      devices: whole(0, 5000),
      devicePrice: money(3000),
      usefulLifeMonths: whole(6, 60),
      servableFraction: number(0.2, 1),
      devicePower: number(0, 200),
      management: money(20),
      staffFte: number(0, 1),
    })
    .map((parts) => edge(parts));

/** Servers that are left behind may cost less with more demand, as with demand that falls. */
const portfolioOption = (bounds: Bounds) => {
  const bases = ["own", "cloud"] as const;
  const before = bounds.risingDemand ? (["api", "cloud"] as const) : (["own", "cloud"] as const);
  return fc
    .record({
      mode: fc.constantFrom("base-and-burst" as const, "by-share" as const, "staged" as const),
      base: fc.constantFrom(...bases),
      before: fc.constantFrom(...before),
      after: fc.constantFrom("api", "own"),
      baseLevelRatio: number(0, 2),
      onDevices: fc.boolean(),
      requestsFraction: number(0, 1),
      switchMonth: whole(1, 40),
    })
    .map(({ base, before, after, onDevices, ...parts }) => {
      if (parts.mode === "by-share" && onDevices) {
        return portfolio({ ...parts, firstOptionId: "edge", secondOptionId: "cloud" });
      }
      const staged = parts.mode === "staged";
      const first = staged ? before : base;
      const second = staged && after !== first ? after : first === "api" ? "cloud" : "api";
      return portfolio({ ...parts, firstOptionId: first, secondOptionId: second });
    });
};

/** A valid, complete plan: up to five workloads, every kind of option, bridges, owned servers, stepped curves. */
export function arbitraryPlan(bounds: Bounds = {}): fc.Arbitrary<Plan> {
  const plans = workloads(bounds)
    .chain((rows) =>
      fc.record({
        workloads: fc.constant(rows),
        options: fc
          .tuple(
            apiOption,
            cloudOption(rows, bounds),
            onPremisesOption(rows, bounds),
            edgeOption(rows, bounds),
            fc.option(portfolioOption(bounds)),
          )
          .map(([a, b, c, d, mix]) => (mix ? [a, b, c, d, mix] : [a, b, c, d])),
        horizonMonths: fc.integer({ min: 1, max: 72 }),
        hoursPerMonth: fc.constantFrom(720, 730),
        fiscalYearStartMonth: fc.integer({ min: 1, max: 12 }),
        taxed: tax(bounds),
        otherPricePath: fc.option(pricePath(bounds.fallingHardware)),
        assumptions: fc
          .record({
            discountRatePerYearFraction: number(0, 0.2),
            hardwarePricePath: pricePath(bounds.fallingHardware),
            cloudPricePath: pricePath(),
            apiPricePath: pricePath(),
            powerPricePath: pricePath(),
            staffCostPath: pricePath(),
            powerPrice: number(0, 0.5),
            staffCost: money(300_000),
            gridIntensity: absentOr(number(0, 1)),
            gridIntensityPath: absentOr(pricePath()),
            countRemainingBookValue: fc.boolean(),
            priceElasticityRatio: bounds.risingDemand
              ? fc.constant(undefined)
              : absentOr(number(0, 1.5)),
            elasticityPricePath: absentOr(
              fc.constantFrom("api" as const, "cloud" as const, "hardware" as const),
            ),
          })
          .map(present),
      }),
    )
    .map(({ taxed, otherPricePath, assumptions, ...parts }) =>
      planOf({
        ...parts,
        assumptions: { ...assumptions, ...taxed, ...(otherPricePath && { otherPricePath }) },
      }),
    );
  return fc
    .tuple(plans, arbitraryCurrencies)
    .map(([plan, currencies]) => inCurrencies(plan, currencies));
}
