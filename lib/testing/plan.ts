import type { Figure } from "@/lib/schemas/figure";
import type { Plan } from "@/lib/schemas/plan";

const figure = (value: number | null): Figure => ({ value, evidence: "assumed" });

const fleet = (outputTokensPerSecond: number) => ({
  throughput: [
    {
      workloadId: "claims",
      modelName: "DeepSeek-R1",
      accelerator: "H200",
      precision: "FP8",
      servingEngine: "vLLM",
      acceleratorsPerReplica: figure(8),
      basis: "combined" as const,
      outputTokensPerSecond: figure(outputTokensPerSecond),
    },
  ],
  utilizationCeilingFraction: figure(0.7),
  spareReplicas: figure(1),
  trainingSpeedRatio: figure(1),
});

const path = (rate: number) => ({ kind: "annual" as const, changePerYearFraction: figure(rate) });

/** A small valid plan that uses every kind of row; a new copy for each test. */
export function testPlan(): Plan {
  return {
    name: "Claims assistant",
    currency: "USD",
    startMonth: "2027-01",
    horizonMonths: 36,
    hoursPerMonth: 730,
    referenceAccelerator: "H200",
    assumptions: {
      discountRatePerYearFraction: figure(0.08),
      hardwarePricePath: path(-0.3),
      cloudPricePath: path(-0.1),
      apiPricePath: path(-0.3),
      powerPricePath: path(0.03),
      staffCostPath: path(0.03),
      powerPrice: figure(0.12),
      staffCost: figure(120_000),
      countRemainingBookValue: false,
      baselineOptionId: "api",
    },
    workloads: [
      {
        id: "claims",
        kind: "inference",
        name: "Claims triage",
        modelName: "DeepSeek-R1",
        requestsPerMonth: figure(4_000_000),
        growth: { kind: "compound", ratePerYearFraction: figure(0.6) },
        peakToMeanRatio: figure(3),
        inputTokensPerRequest: figure(3000),
        cachedInputFraction: figure(0.4),
        outputTokensPerRequest: figure(500),
        reasoningRatio: figure(1),
        retryFraction: figure(0.02),
      },
      {
        id: "tuning",
        kind: "training",
        name: "Quarterly tuning",
        modelName: "DeepSeek-R1",
        acceleratorHoursPerRun: figure(2000),
        firstRunMonth: figure(3),
        monthsBetweenRuns: figure(3),
        growth: { kind: "compound", ratePerYearFraction: figure(0) },
        failureFraction: figure(0.1),
        experimentsRatio: figure(2),
      },
    ],
    options: [
      {
        id: "api",
        kind: "api",
        name: "Managed API",
        provider: "Example",
        inputPrice: figure(0.5),
        cachedInputPrice: figure(0.1),
        outputPrice: figure(2),
        fixedFee: figure(0),
        trainingRate: figure(4),
        staffFte: figure(0.2),
      },
      {
        id: "cloud",
        kind: "cloud",
        name: "Cloud H200",
        provider: "Example",
        accelerator: "H200",
        acceleratorsPerInstance: figure(8),
        rate: figure(2.5),
        policy: "always-on",
        activeHoursPerDay: figure(24),
        storage: figure(500),
        egress: figure(200),
        supportFraction: figure(0.05),
        staffFte: figure(0.5),
        ...fleet(1500),
      },
      {
        id: "onprem",
        kind: "on-premises",
        name: "HGX H200",
        accelerator: "H200",
        acceleratorsPerServer: figure(8),
        quote: {
          supplierName: "Stavra",
          number: "Q-1207",
          quotedOn: "2026-11-02",
          validUntil: "2027-02-28",
          serverPrice: { value: 289_450.1234, evidence: "quoted", source: "Quote Q-1207" },
          networkPrice: { value: 14_200, evidence: "estimated", low: 12_000, high: 18_000 },
          installationPrice: figure(null),
        },
        purchasing: "as-needed",
        bridgeOptionId: "cloud",
        leadTimeMonths: figure(4),
        usefulLifeMonths: figure(60),
        residualFraction: figure(0.1),
        supportPerYearFraction: figure(0.08),
        licences: figure(4500),
        spareServers: figure(0),
        serverPower: figure(10.2),
        loadFactorFraction: figure(0.6),
        pueRatio: figure(1.4),
        space: figure(150),
        staffFte: figure(1),
        ...fleet(1500),
      },
    ],
    scenarios: [
      {
        id: "slow",
        name: "Slow price decline",
        changes: [
          { path: "assumptions.hardwarePricePath.changePerYearFraction", value: -0.1 },
          { path: "options.cloud.throughput.claims.outputTokensPerSecond", value: 2000 },
        ],
      },
    ],
  };
}
