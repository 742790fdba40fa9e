import type { Throughput } from "@/lib/schemas/throughput";
import type { InferenceWorkload } from "@/lib/schemas/workload";
import type { Load } from "./load";
import { isFarLength, requestLengths } from "./request-lengths";
import {
  type LatencyTargets,
  noTargets,
  type OperatingPoint,
  operatingPoint,
} from "./throughput/front";
import type { Reader, Source } from "./trace";
import type { Infeasibility, Warning } from "./types";

export type FrontThroughput = Extract<Throughput, { readonly basis: "front" }>;

/** What the workload asks for; a target without a value asks for nothing yet. */
export function targetsOf(workload: InferenceWorkload): LatencyTargets {
  const none = Number.POSITIVE_INFINITY;
  return {
    timeToFirstTokenMilliseconds: workload.timeToFirstTokenTargetMilliseconds?.value ?? none,
    timePerOutputTokenMilliseconds: workload.timePerOutputTokenTargetMilliseconds?.value ?? none,
  };
}

/** Where on its measured front a replica runs for this workload; null where no point meets its targets. */
export const frontPoint = (
  { front }: FrontThroughput,
  workload: InferenceWorkload,
): OperatingPoint | null => operatingPoint(front.points, targetsOf(workload));

/** Goodput of a replica, output tokens a second with the prefill inside. docs/model.md, "Work". */
export function frontRate(
  read: Reader,
  workload: Source<InferenceWorkload>,
  { path, row }: Source<FrontThroughput>,
): number {
  read.note(`${path}.front`);
  const none = Number.POSITIVE_INFINITY;
  const targets = {
    timeToFirstTokenMilliseconds: read.optional(
      workload,
      "timeToFirstTokenTargetMilliseconds",
      none,
    ),
    timePerOutputTokenMilliseconds: read.optional(
      workload,
      "timePerOutputTokenTargetMilliseconds",
      none,
    ),
  };
  if (Object.values(targets).some(Number.isNaN)) return Number.NaN;
  const point = operatingPoint(row.front.points, targets);
  if (point === null) throw new Error(`${path} has no point for the targets of ${workload.path}`);
  return point.outputTokensPerSecond;
}

/** Why no measured point answers, and what the measured ones give at best; null where one does. */
export function missedServiceLevel(
  profile: FrontThroughput,
  workload: InferenceWorkload,
): Infeasibility | null {
  if (frontPoint(profile, workload)) return null;
  const { points } = profile.front;
  const meets = (key: keyof LatencyTargets) =>
    operatingPoint(points, { ...noTargets, [key]: targetsOf(workload)[key] }) !== null;
  const best = (key: keyof LatencyTargets) => Math.min(...points.map((point) => point[key]));
  const first = meets("timeToFirstTokenMilliseconds");
  return {
    kind: "serviceLevelMissed",
    workloadId: workload.id,
    missed: !meets("timePerOutputTokenMilliseconds")
      ? "timePerOutputToken"
      : first
        ? "bothTogether"
        : "timeToFirstToken",
    bestTimeToFirstTokenMilliseconds: best("timeToFirstTokenMilliseconds"),
    bestTimePerOutputTokenMilliseconds: best("timePerOutputTokenMilliseconds"),
  };
}

/** Workloads whose requests are much longer or shorter than those that were measured. */
export function farFromMeasured(
  path: string,
  throughput: readonly Throughput[],
  { inference }: Load,
): Warning[] {
  return inference.flatMap(({ workload: { row } }): Warning[] => {
    const profile = throughput.find(({ workloadId }) => workloadId === row.id);
    if (profile?.basis !== "front") return [];
    const { inputTokens: measuredInputTokens, outputTokens: measuredOutputTokens } = profile.front;
    const { inputTokens, outputTokens } = requestLengths(row);
    if (inputTokens === null || outputTokens === null) return [];
    const far =
      isFarLength(inputTokens, measuredInputTokens) ||
      isFarLength(outputTokens, measuredOutputTokens);
    if (!far) return [];
    return [
      {
        kind: "lengthsFarFromMeasured",
        path: `${path}.throughput.${row.id}`,
        workloadId: row.id,
        inputTokens,
        outputTokens,
        measuredInputTokens,
        measuredOutputTokens,
      },
    ];
  });
}
