import type { ApiOption } from "@/lib/schemas/api-option";
import type { Assumptions } from "@/lib/schemas/assumptions";
import type { CloudOption } from "@/lib/schemas/cloud-option";
import type { GrowthCurve, PricePath } from "@/lib/schemas/curve";
import type { EdgeOption } from "@/lib/schemas/edge-option";
import type { Figure } from "@/lib/schemas/figure";
import type { LoadShape } from "@/lib/schemas/load-shape";
import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Plan } from "@/lib/schemas/plan";
import type { PortfolioOption } from "@/lib/schemas/portfolio-option";
import type { Throughput } from "@/lib/schemas/throughput";
import type { ThroughputPoint } from "@/lib/schemas/throughput-front";
import type { InferenceWorkload, TrainingWorkload } from "@/lib/schemas/workload";

export function assumed(value: number | null): Figure {
  return { value, evidence: "assumed" };
}

export const flat: PricePath = { kind: "annual", changePerYearFraction: assumed(0) };

export function yearly(change: number): PricePath {
  return { kind: "annual", changePerYearFraction: assumed(change) };
}

export function compound(ratePerYear: number): GrowthCurve {
  return { kind: "compound", ratePerYearFraction: assumed(ratePerYear) };
}

const noChange: Assumptions = {
  discountRatePerYearFraction: assumed(0),
  hardwarePricePath: flat,
  cloudPricePath: flat,
  apiPricePath: flat,
  powerPricePath: flat,
  staffCostPath: flat,
  powerPrice: assumed(0),
  staffCost: assumed(0),
  countRemainingBookValue: false,
  baselineOptionId: null,
};

type PlanParts = Partial<Omit<Plan, "assumptions">> & {
  readonly assumptions?: Partial<Assumptions>;
};

/** A plan of 12 months from January 2027 in which every price that is not named is 0. */
export function planOf({ assumptions, ...parts }: PlanParts): Plan {
  return {
    name: "Worked example",
    currency: "USD",
    startMonth: "2027-01",
    horizonMonths: 12,
    hoursPerMonth: 730,
    referenceAccelerator: "H100",
    assumptions: { ...noChange, ...assumptions },
    workloads: [],
    options: [],
    scenarios: [],
    ...parts,
  };
}

/** Some of a plan's options. */
export function optionsOf({ options }: Plan, ids: readonly string[]): Plan["options"] {
  return options.filter(({ id }) => ids.includes(id));
}

/** One request a month of one output token, no peak, no retries. */
export function inference(parts: Partial<InferenceWorkload> = {}): InferenceWorkload {
  return {
    id: "chat",
    kind: "inference",
    name: "Chat",
    modelName: "Model",
    requestsPerMonth: assumed(1),
    growth: compound(0),
    peakToMeanRatio: assumed(1),
    inputTokensPerRequest: assumed(0),
    cachedInputFraction: assumed(0),
    outputTokensPerRequest: assumed(1),
    reasoningRatio: assumed(1),
    retryFraction: assumed(0),
    ...parts,
  };
}

/** The same day all week. */
export function shapeOf(levelAt: (hour: number) => number): LoadShape {
  const day = Array.from({ length: 24 }, (_, hour) => levelAt(hour));
  return { weekday: day, weekend: day, evidence: "assumed" };
}

/** One reference accelerator-hour in the first month, and again each month. */
export function training(parts: Partial<TrainingWorkload> = {}): TrainingWorkload {
  return {
    id: "tune",
    kind: "training",
    name: "Tuning",
    modelName: "Model",
    acceleratorHoursPerRun: assumed(1),
    firstRunMonth: assumed(1),
    monthsBetweenRuns: assumed(1),
    growth: compound(0),
    failureFraction: assumed(0),
    experimentsRatio: assumed(1),
    ...parts,
  };
}

export function combined(
  outputTokensPerSecond: number | null,
  parts: { readonly workloadId?: string; readonly acceleratorsPerReplica?: number } = {},
): Throughput {
  return {
    workloadId: parts.workloadId ?? "chat",
    modelName: "Model",
    accelerator: "H100",
    precision: "FP8",
    servingEngine: "vLLM",
    acceleratorsPerReplica: assumed(parts.acceleratorsPerReplica ?? 1),
    basis: "combined",
    outputTokensPerSecond: assumed(outputTokensPerSecond),
  };
}

export function split(
  prefillTokensPerSecond: number | null,
  decodeTokensPerSecond: number | null,
  parts: { readonly workloadId?: string; readonly acceleratorsPerReplica?: number } = {},
): Throughput {
  const { workloadId, modelName, accelerator, precision, servingEngine, acceleratorsPerReplica } =
    combined(null, parts);
  return {
    workloadId,
    modelName,
    accelerator,
    precision,
    servingEngine,
    acceleratorsPerReplica,
    basis: "split",
    prefillTokensPerSecond: assumed(prefillTokensPerSecond),
    decodeTokensPerSecond: assumed(decodeTokensPerSecond),
  };
}

/** Points measured with 1,000 tokens in and out. */
export function front(
  points: readonly ThroughputPoint[],
  parts: { readonly workloadId?: string } = {},
): Extract<Throughput, { readonly basis: "front" }> {
  const { outputTokensPerSecond: _, ...conditions } = combined(null, parts) as Extract<
    Throughput,
    { readonly basis: "combined" }
  >;
  return {
    ...conditions,
    basis: "front",
    front: { inputTokens: 1000, outputTokens: 1000, points: [...points], evidence: "measured" },
  };
}

export function api(parts: Partial<ApiOption> = {}): ApiOption {
  return {
    id: "api",
    kind: "api",
    name: "API",
    provider: "Provider",
    inputPrice: assumed(0),
    cachedInputPrice: assumed(0),
    outputPrice: assumed(0),
    fixedFee: assumed(0),
    trainingRate: assumed(0),
    staffFte: assumed(0),
    ...parts,
  };
}

export function cloud(parts: Partial<CloudOption> = {}): CloudOption {
  return {
    id: "cloud",
    kind: "cloud",
    name: "Cloud",
    provider: "Provider",
    accelerator: "H100",
    acceleratorsPerInstance: assumed(1),
    rate: assumed(0),
    policy: "always-on",
    activeHoursPerDay: assumed(null),
    storage: assumed(0),
    egress: assumed(0),
    supportFraction: assumed(0),
    staffFte: assumed(0),
    throughput: [combined(1)],
    utilizationCeilingFraction: assumed(1),
    spareReplicas: assumed(0),
    trainingSpeedRatio: assumed(1),
    ...parts,
  };
}

/** One accelerator a server, delivered at once, five years of life, nothing but what is named costs. */
export function onPremises(
  parts: Partial<Omit<OnPremisesOption, "quote">> & {
    readonly quote?: Partial<OnPremisesOption["quote"]>;
  } = {},
): OnPremisesOption {
  const { quote, ...others } = parts;
  return {
    id: "own",
    kind: "on-premises",
    name: "Own servers",
    accelerator: "H100",
    acceleratorsPerServer: assumed(1),
    purchasing: "as-needed",
    bridgeOptionId: null,
    leadTimeMonths: assumed(0),
    usefulLifeMonths: assumed(60),
    residualFraction: assumed(0),
    supportPerYearFraction: assumed(0),
    licences: assumed(0),
    spareServers: assumed(0),
    serverPower: assumed(0),
    loadFactorFraction: assumed(1),
    pueRatio: assumed(1),
    space: assumed(0),
    staffFte: assumed(0),
    throughput: [combined(1)],
    utilizationCeilingFraction: assumed(1),
    spareReplicas: assumed(0),
    trainingSpeedRatio: assumed(1),
    ...others,
    quote: {
      supplierName: "Supplier",
      number: "Q-1",
      quotedOn: "2026-11-01",
      validUntil: "2040-12-31",
      serverPrice: assumed(0),
      networkPrice: assumed(0),
      installationPrice: assumed(0),
      ...quote,
    },
  };
}

/** One device of one token a second, bought for three years, that answers everything. */
export function edge(parts: Partial<EdgeOption> = {}): EdgeOption {
  return {
    id: "edge",
    kind: "edge",
    name: "Devices",
    device: "Laptop",
    ownership: "bought",
    devices: assumed(1),
    devicePrice: assumed(0),
    usefulLifeMonths: assumed(36),
    servableFraction: assumed(1),
    devicePower: assumed(0),
    management: assumed(0),
    staffFte: assumed(0),
    throughput: [combined(1)],
    utilizationCeilingFraction: assumed(1),
    ...parts,
  };
}

/** The base load on the cloud option, the burst on the API. */
export function portfolio(parts: Partial<PortfolioOption> = {}): PortfolioOption {
  return {
    id: "mix",
    kind: "portfolio",
    name: "Mix",
    mode: "base-and-burst",
    firstOptionId: "cloud",
    secondOptionId: "api",
    baseLevelRatio: assumed(1),
    switchMonth: assumed(1),
    ...parts,
  };
}
