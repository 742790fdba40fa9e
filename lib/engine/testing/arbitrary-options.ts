import fc from "fast-check";
import type { CloudOption } from "@/lib/schemas/cloud-option";
import { deviceOwnerships } from "@/lib/schemas/edge-option";
import type { OnPremisesOption, OwnedServers } from "@/lib/schemas/on-premises-option";
import type { Workload } from "@/lib/schemas/workload";
import type { Bounds } from "./arbitrary-bounds";
import { money, number, whole } from "./arbitrary-figure";
import { arbitraryTerms } from "./arbitrary-terms";
import { fleet } from "./arbitrary-throughput";
import { api, assumed, cloud, edge, onPremises, portfolio } from "./plans";

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
      routing: fc.record(
        {
          requestsFraction: number(0, 1),
          inputPrice: money(3),
          cachedInputPrice: money(1),
          outputPrice: money(10),
          isOn: fc.boolean(),
          startMonth: whole(1, 40),
        },
        {
          requiredKeys: [
            "requestsFraction",
            "inputPrice",
            "cachedInputPrice",
            "outputPrice",
            "isOn",
          ],
        },
      ),
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

export const apiOption = fc
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
      acceleratorPower: number(0, 3),
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

export const cloudOption = (rows: readonly Workload[], bounds: Bounds) =>
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
export const ownedGroup = fc.record(
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

export const onPremisesOption = (rows: readonly Workload[], bounds: Bounds) =>
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
export const edgeOption = (rows: readonly Workload[], bounds: Bounds) =>
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
export const portfolioOption = (bounds: Bounds) => {
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
