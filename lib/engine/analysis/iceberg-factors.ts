import type { Lever } from "@/lib/schemas/lever";
import type { Throughput } from "@/lib/schemas/throughput";
import type { InferenceWorkload } from "@/lib/schemas/workload";
import { frontPoint } from "../front-rate";
import { at } from "../series";
import type { Projection, WorkloadDemand } from "../types";
import { monthsPerYear } from "../units";
import type { IcebergFactor } from "./types";

export type InferenceOf = Extract<WorkloadDemand, { readonly kind: "inference" }>;

type Served = {
  readonly path: string;
  readonly profile: Throughput;
  readonly demand: InferenceOf;
  readonly workload: InferenceWorkload;
};

/** The rate without any lever, and what multiplies it up to the tokens served while busy. */
export function rateAndFactors({ path, profile, demand, workload: row }: Served, month: number) {
  const uncached = at(demand.uncachedInputTokens, month);
  const output = at(demand.outputTokens, month);
  const worked = uncached + output;
  const served = at(demand.servedTokens, month);
  const busy = outputRate(profile, row, { uncached, output });
  if (served <= 0 || worked <= 0 || busy === null) return null;
  const levers = known(profile.levers ?? []);
  const included = levers
    .filter(({ reach }) => reach === "included")
    .reduce((product, { effect }) => product * effect, 1);
  const width = profile.acceleratorsPerReplica.value ?? Number.NaN;
  const speedUp = profile.speedUpPerYearFraction?.value ?? 0;
  const workload = `workloads.${demand.workloadId}`;
  const factors: IcebergFactor[] = [
    ...levers
      .filter(({ isOn, reach, from }) => isOn && (reach === "included" || month >= from))
      .map(
        ({ id, kind, effect }): IcebergFactor => ({
          id: `lever.${kind}.${id}`,
          kind,
          factor: effect,
          inputs: [`${path}.levers.${id}.speedRatio`],
        }),
      ),
    {
      id: "speedUp",
      kind: "speedUp",
      factor: (1 + speedUp) ** (month / monthsPerYear),
      inputs: [`${path}.speedUpPerYearFraction`],
    },
    {
      id: "input",
      kind: "input",
      factor: worked / (output > 0 ? output : uncached),
      inputs: [
        `${workload}.inputTokensPerRequest`,
        `${workload}.outputTokensPerRequest`,
        `${workload}.cachedInputFraction`,
        `${workload}.reasoningRatio`,
      ],
    },
    {
      id: "cache",
      kind: "cache",
      factor: served / worked,
      inputs: [`${workload}.cachedInputFraction`],
    },
    {
      id: "retries",
      kind: "retries",
      factor: 1 / demand.retryFactor,
      inputs: [`${workload}.retryFraction`],
    },
  ];
  return {
    tokensPerSecondPerAccelerator: busy / width / included,
    rateInputs: rateInputs(path, profile, row),
    factors: factors.filter(({ factor }) => factor !== 1),
  };
}

/** Output tokens a second of a busy replica, its input read in between; of one that only reads, input tokens. */
function outputRate(
  profile: Throughput,
  workload: InferenceWorkload,
  { uncached, output }: { readonly uncached: number; readonly output: number },
): number | null {
  if (profile.basis === "combined") return output > 0 ? profile.outputTokensPerSecond.value : null;
  if (profile.basis === "front")
    return output > 0 ? (frontPoint(profile, workload)?.outputTokensPerSecond ?? null) : null;
  const { prefillTokensPerSecond: prefill, decodeTokensPerSecond: decode } = profile;
  if (prefill.value === null || decode.value === null) return null;
  const seconds = uncached / prefill.value + output / decode.value;
  return seconds > 0 ? (output > 0 ? output : uncached) / seconds : null;
}

/** Levers with an effect; one that the rate includes and that has none stays in the rate. */
function known(levers: readonly Lever[]) {
  return levers.flatMap(({ speedRatio, startMonth, ...lever }) =>
    speedRatio.value === null
      ? []
      : [{ ...lever, effect: speedRatio.value, from: (startMonth?.value ?? 1) - 1 }],
  );
}

const ratesOf = {
  combined: ["outputTokensPerSecond"],
  split: ["prefillTokensPerSecond", "decodeTokensPerSecond"],
  front: ["front"],
} as const;

function rateInputs(path: string, { basis }: Throughput, workload: InferenceWorkload): string[] {
  const targets = [
    "timeToFirstTokenTargetMilliseconds",
    "timePerOutputTokenTargetMilliseconds",
  ] as const;
  return [
    ...[...ratesOf[basis], "acceleratorsPerReplica"].map((key) => `${path}.${key}`),
    ...targets
      .filter((key) => basis === "front" && workload[key])
      .map((key) => `workloads.${workload.id}.${key}`),
  ];
}

/** Utilization = ceiling x mean over peak x what is left: whole machines, spares, training in idle hours. */
export function factorsOfUse(
  { demand: all }: Projection,
  demand: InferenceOf,
  use: {
    readonly ceiling: number;
    readonly ceilingPath: string;
    readonly peakPath: string;
    readonly utilization: number;
  },
): IcebergFactor[] {
  const isAlone = all.filter(({ kind }) => kind === "inference").length === 1;
  const peak = isAlone ? (demand.peakToMeanRatio ?? 1) : 1;
  const factors: IcebergFactor[] = [
    { id: "ceiling", kind: "ceiling", factor: use.ceiling, inputs: [use.ceilingPath] },
    {
      id: "peak",
      kind: "peak",
      factor: 1 / peak,
      inputs: [use.peakPath],
    },
    {
      id: "fleet",
      kind: "fleet",
      factor: (use.utilization * peak) / use.ceiling,
      inputs: [],
    },
  ];
  return factors.filter(({ factor }) => Math.abs(factor - 1) > 1e-12);
}
