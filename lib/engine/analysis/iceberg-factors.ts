import type { Lever } from "@/lib/schemas/lever";
import type { Throughput } from "@/lib/schemas/throughput";
import type { InferenceWorkload } from "@/lib/schemas/workload";
import { reasoningRatios } from "../demand";
import { frontPoint } from "../front-rate";
import { routingFactor } from "../levers";
import { at } from "../series";
import type { Projection, WorkloadDemand } from "../types";
import { monthsPerYear } from "../units";
import type { IcebergFactor } from "./types";

export type InferenceOf = Extract<WorkloadDemand, { readonly kind: "inference" }>;

type Served = {
  readonly path: string;
  readonly profile: Throughput;
  readonly workload: InferenceWorkload;
  readonly demand: InferenceOf;
};

/** The rate without any lever, and what multiplies it up to the tokens served while busy. */
export function rateAndFactors({ path, profile, workload: row, demand }: Served, month: number) {
  const uncached = at(demand.uncachedInputTokens, month);
  const output = at(demand.outputTokens, month);
  const served = at(demand.servedTokens, month);
  const workload = `workloads.${demand.workloadId}`;
  const ratio = at(reasoningRatios(month + 1, { path: workload, row }).value, month);
  const answer = output / ratio;
  const worked = uncached + answer;
  const servedPlain = ratio === 1 ? served : served - output + answer;
  const busy = outputRate(profile, row, { uncached, output: answer });
  const reasoned = outputRate(profile, row, { uncached, output });
  if (servedPlain <= 0 || worked <= 0 || busy === null || reasoned === null) return null;
  const levers = known(profile.levers ?? []);
  const included = levers
    .filter(({ reach }) => reach === "included")
    .reduce((product, { effect }) => product * effect, 1);
  const width = profile.acceleratorsPerReplica.value ?? Number.NaN;
  const speedUp = profile.speedUpPerYearFraction?.value ?? 0;
  const per = (tokens: number, rateOf: number) => (tokens > 0 ? tokens : uncached) / rateOf;
  const factors: IcebergFactor[] = [
    ...levers
      .filter(({ isOn, reach, from }) => isOn && (reach === "included" || month >= from))
      .map(
        ({ id, kind, effect, keys }): IcebergFactor => ({
          id: `lever.${kind}.${id}`,
          kind,
          factor: effect,
          inputs: keys.map((key) => `${path}.levers.${id}.${key}`),
        }),
      ),
    {
      id: "speedUp",
      kind: "speedUp",
      factor: (1 + speedUp) ** (month / monthsPerYear),
      inputs: [`${path}.speedUpPerYearFraction`],
    },
    {
      id: "reasoning",
      kind: "reasoning",
      // Served tokens a busy second with it, over those of the answer alone.
      factor: served / per(output, reasoned) / (servedPlain / per(answer, busy)),
      inputs: [`${workload}.reasoningRatio`],
    },
    {
      id: "input",
      kind: "input",
      factor: worked / (answer > 0 ? answer : uncached),
      inputs: [
        `${workload}.inputTokensPerRequest`,
        `${workload}.outputTokensPerRequest`,
        `${workload}.cachedInputFraction`,
      ],
    },
    {
      id: "cache",
      kind: "cache",
      factor: servedPlain / worked,
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
    requests: requestsOf({ served, servedPlain }, at(demand.requests, month)),
  };
}

/** Served tokens of a request, and without what reasoning adds to its answer. */
function requestsOf(
  { served, servedPlain }: { readonly served: number; readonly servedPlain: number },
  requests: number,
) {
  return {
    tokensPerRequest: served / requests,
    tokensPerRequestWithoutReasoning: servedPlain / requests,
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
  return levers.flatMap((lever) => {
    const { effect, keys } = effectOf(lever);
    const { id, kind, reach, isOn, startMonth } = lever;
    return effect === null || !Number.isFinite(effect)
      ? []
      : [{ id, kind, reach, isOn, effect, keys, from: (startMonth?.value ?? 1) - 1 }];
  });
}

/** Times the tokens of an hour, and the figures it is made of. */
function effectOf(lever: Lever): { readonly effect: number | null; readonly keys: string[] } {
  switch (lever.kind) {
    case "model-routing": {
      const { requestsFraction: routed, smallModelSpeedRatio: speed } = lever;
      return {
        effect:
          routed.value === null || speed.value === null
            ? null
            : routingFactor(routed.value, speed.value),
        keys: ["requestsFraction", "smallModelSpeedRatio"],
      };
    }
    case "edge-offload": {
      const { value } = lever.requestsFraction;
      return { effect: value === null ? null : 1 / (1 - value), keys: ["requestsFraction"] };
    }
    default:
      return { effect: lever.speedRatio.value, keys: ["speedRatio"] };
  }
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
