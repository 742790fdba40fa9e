import type { Plan } from "@/lib/schemas/plan";
import { at } from "../series";
import type { OptionProjection, Projection } from "../types";
import { requestsPerThousand, secondsPerHour, tokensPerMillion } from "../units";
import { factorsOfUse, type InferenceOf, rateAndFactors } from "./iceberg-factors";
import type { Iceberg, IcebergFactor } from "./types";

/**
 * The cost of a month's tokens as a price of the hour over tokens an hour, and these as a rate times
 * the factors that stand between it and the bill; they multiply to it exactly. null where the option
 * has no machines of its own in that month, a bridge serves a part of it, or the hour costs nothing.
 * cost per million = price of the hour / (rate x 3600 x product of factors) x 10^6.
 * docs/model.md, "Iceberg".
 */
export function icebergOf(
  plan: Plan,
  projection: Projection,
  place: { readonly optionId: string; readonly workloadId: string; readonly month: number },
): Iceberg | null {
  const row = plan.options.find(({ id }) => id === place.optionId);
  const option = projection.options.find(({ optionId }) => optionId === place.optionId);
  const demand = projection.demand.find(
    (one): one is InferenceOf => one.kind === "inference" && one.workloadId === place.workloadId,
  );
  const workload = plan.workloads.find(({ id }) => id === place.workloadId);
  if (!row || !("throughput" in row) || !option || !demand) return null;
  const profile = row.throughput.find(({ workloadId }) => workloadId === place.workloadId);
  const hours = profile && paidHours(option, place.month);
  if (!profile || !hours || workload?.kind !== "inference") return null;
  const path = `options.${row.id}.throughput.${place.workloadId}`;
  const made = rateAndFactors({ path, profile, workload, demand }, place.month);
  if (!made) return null;
  const factors = [
    ...made.factors,
    ...factorsOfUse(projection, demand, {
      ceiling: row.utilizationCeilingFraction.value ?? Number.NaN,
      ceilingPath: `options.${row.id}.utilizationCeilingFraction`,
      peakPath: peakPathOf(plan, place.workloadId),
      utilization: at(option.capacity.utilizationFraction, place.month),
    }),
  ];
  const tokensPerHour = factors.reduce(
    (tokens, { factor }) => tokens * factor,
    made.tokensPerSecondPerAccelerator * secondsPerHour,
  );
  const costPerMillionTokens = (hours.price / tokensPerHour) * tokensPerMillion;
  if (!Number.isFinite(costPerMillionTokens)) return null;
  return {
    ...place,
    pricePerAcceleratorHour: hours.price,
    priceInputs: hours.inputs,
    tokensPerSecondPerAccelerator: made.tokensPerSecondPerAccelerator,
    rateInputs: made.rateInputs,
    factors,
    tokensPerAcceleratorHour: tokensPerHour,
    millionTokensPerAcceleratorHour: tokensPerHour / tokensPerMillion,
    costPerMillionTokens,
    tokensPerRequest: made.requests.tokensPerRequest,
    ...costOfRequests(costPerMillionTokens, factors, made.requests),
  };
}

/** cost per million x tokens a request / 1,000; without reasoning alone, at the cost and the tokens without it. */
function costOfRequests(
  costPerMillionTokens: number,
  factors: readonly IcebergFactor[],
  requests: {
    readonly tokensPerRequest: number;
    readonly tokensPerRequestWithoutReasoning: number;
  },
) {
  const thousand = (cost: number, tokens: number) =>
    (cost * tokens * requestsPerThousand) / tokensPerMillion;
  const { tokensPerRequest, tokensPerRequestWithoutReasoning: answered } = requests;
  const reasoning = factors.find(({ kind }) => kind === "reasoning")?.factor ?? 1;
  return {
    costPerThousandRequests: thousand(costPerMillionTokens, tokensPerRequest),
    costPerThousandRequestsWithoutReasoning:
      answered === tokensPerRequest ? null : thousand(costPerMillionTokens * reasoning, answered),
  };
}

/** A load shape takes the place of a plain peak factor. */
function peakPathOf(plan: Plan, workloadId: string): string {
  const workload = plan.workloads.find(({ id }) => id === workloadId);
  const shaped = workload?.kind === "inference" && workload.loadShape !== undefined;
  return `workloads.${workloadId}.${shaped ? "loadShape" : "peakToMeanRatio"}`;
}

/** Inference's consumed cost over the accelerator-hours that it pays for, idle ones pro rata. */
function paidHours({ status, capacity, accrual, lines }: OptionProjection, month: number) {
  const used = at(capacity.acceleratorHours.inference, month);
  const utilization = at(capacity.utilizationFraction, month);
  const isWhole = at(capacity.bridgedFraction, month) === 0;
  if (status !== "complete" || !isWhole || used <= 0 || utilization <= 0) return null;
  const spent = lines.filter((line) => line.use === "inference" && at(line.accrual, month) !== 0);
  const price = at(accrual.inference, month) / (used / utilization);
  if (!(price > 0)) return null;
  return {
    price,
    inputs: [...new Set(spent.flatMap(({ inputs }) => inputs))],
  };
}
