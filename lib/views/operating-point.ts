import { frontPoint } from "@/lib/engine";
import type { FrontThroughput, OperatingPoint } from "@/lib/engine/types";
import { numberFixed, quantity } from "@/lib/format";
import type { InferenceWorkload } from "@/lib/schemas/workload";

/** Where a replica runs on its measured front, in a sentence or as the value of an input. */
export type OperatingPointText = {
  /** "At 40 ms a token 4,555 tok/s a replica, 128 requests at once; the first token after 1,150 ms". */
  readonly text: string;
  /** Whether it was measured, or what it lies between; and what chose it. */
  readonly why: string;
};

/** null where no measured point meets the workload's targets. */
export function operatingPointText(
  profile: FrontThroughput,
  workload: InferenceWorkload,
): OperatingPointText | null {
  const point = frontPoint(profile, workload);
  if (!point) return null;
  const atOnce =
    point.requestsAtOnce === undefined
      ? ""
      : `, ${quantity(point.requestsAtOnce)} requests at once`;
  return {
    text: `At ${milliseconds(point.timePerOutputTokenMilliseconds)} a token ${rateText(point.outputTokensPerSecond)} tok/s a replica${atOnce}; the first token after ${milliseconds(point.timeToFirstTokenMilliseconds)}`,
    why: whyText(point, workload),
  };
}

/** A measured rate keeps its figures. */
const rateText = (rate: number) => (rate < 100 ? quantity(rate) : numberFixed(rate, 0));

const milliseconds = (value: number) => `${quantity(value)} ms`;

function whyText({ isMeasured }: OperatingPoint, workload: InferenceWorkload): string {
  const targets = [
    workload.timePerOutputTokenTargetMilliseconds,
    workload.timeToFirstTokenTargetMilliseconds,
  ];
  const place = isMeasured ? "A measured point" : "On the line between two measured points";
  return targets.every((target) => target === undefined)
    ? `${place}: the largest throughput measured, as the workload has no target.`
    : `${place}: the largest throughput that meets the workload\u2019s targets.`;
}
