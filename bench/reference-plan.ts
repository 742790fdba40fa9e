import type { Figure } from "@/lib/schemas/figure";
import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Plan } from "@/lib/schemas/plan";
import type { Throughput } from "@/lib/schemas/throughput";

const assumed = (value: number): Figure => ({ value, evidence: "assumed" });
const yearly = (change: number) => ({
  kind: "annual" as const,
  changePerYearFraction: assumed(change),
});

const throughput = (outputTokensPerSecond: number): Throughput => ({
  workloadId: "chat",
  modelName: "Model",
  accelerator: "Accelerator",
  precision: "FP8",
  servingEngine: "Engine",
  acceleratorsPerReplica: assumed(1),
  basis: "combined",
  outputTokensPerSecond: assumed(outputTokensPerSecond),
});

const fleet = (tokensPerSecond: number, ceiling: number) => ({
  throughput: [throughput(tokensPerSecond)],
  utilizationCeilingFraction: assumed(ceiling),
  spareReplicas: assumed(0),
  trainingSpeedRatio: assumed(1),
});

type Site = {
  id: string;
  ceiling: number;
  pue: number;
  space: number;
  support: number;
  staff: number;
};

const owned = ({ id, ceiling, pue, space, support, staff }: Site): OnPremisesOption => ({
  id,
  kind: "on-premises",
  name: id === "colo" ? "Colocation" : "Own site",
  accelerator: "Accelerator",
  acceleratorsPerServer: assumed(1),
  quote: {
    supplierName: "Supplier",
    number: "Q-1",
    quotedOn: "2026-11-01",
    validUntil: "2026-12-31",
    serverPrice: assumed(32_000),
    networkPrice: assumed(0),
    installationPrice: assumed(0),
  },
  purchasing: "as-needed",
  bridgeOptionId: "cloud",
  leadTimeMonths: assumed(0),
  usefulLifeMonths: assumed(48),
  residualFraction: assumed(0.15),
  supportPerYearFraction: assumed(support),
  licences: assumed(0),
  spareServers: assumed(0),
  serverPower: assumed(1.2),
  loadFactorFraction: assumed(1),
  pueRatio: assumed(pue),
  space: assumed(space),
  staffFte: assumed(staff),
  ...fleet(110, ceiling),
});

/**
 * Three ways to serve 20,000 tokens a second, growing 45% a year, over five years: rented, colocated and
 * on one's own site, all lines on. It asks as much as the spreadsheet models that people keep for this.
 */
export const referencePlan: Plan = {
  name: "Reference model",
  currency: "USD",
  startMonth: "2027-01",
  horizonMonths: 60,
  hoursPerMonth: 730,
  referenceAccelerator: "Accelerator",
  assumptions: {
    discountRatePerYearFraction: assumed(0.1),
    hardwarePricePath: yearly(-0.18),
    cloudPricePath: yearly(-0.1),
    apiPricePath: yearly(0),
    powerPricePath: yearly(0.03),
    staffCostPath: yearly(0.03),
    powerPrice: assumed(0.11),
    staffCost: assumed(180_000),
    countRemainingBookValue: false,
    baselineOptionId: "cloud",
  },
  workloads: [
    {
      id: "chat",
      kind: "inference",
      name: "Chat",
      modelName: "Model",
      requestsPerMonth: assumed((20_000 * 730 * 3600) / 500),
      growth: { kind: "compound", ratePerYearFraction: assumed(0.45) },
      peakToMeanRatio: assumed(1),
      inputTokensPerRequest: assumed(0),
      cachedInputFraction: assumed(0),
      outputTokensPerRequest: assumed(500),
      reasoningRatio: assumed(1),
      retryFraction: assumed(0),
    },
  ],
  options: [
    {
      id: "cloud",
      kind: "cloud",
      name: "Cloud",
      provider: "Provider",
      accelerator: "Accelerator",
      acceleratorsPerInstance: assumed(1),
      rate: assumed(2.5),
      policy: "always-on",
      activeHoursPerDay: assumed(24),
      storage: assumed(500),
      egress: assumed(900),
      supportFraction: assumed(0),
      staffFte: assumed(1),
      ...fleet(100, 0.6),
    },
    owned({ id: "colo", ceiling: 0.65, pue: 1.35, space: 180, support: 0.06, staff: 2 }),
    owned({ id: "site", ceiling: 0.7, pue: 1.5, space: 40, support: 0.05, staff: 3.5 }),
  ],
  scenarios: [],
};
