import { estimateThroughput } from "./estimate-throughput";
import { requestsThatFit } from "./memory";
import type { Deployment, DoesNotFit, ThroughputEstimate } from "./types";

export type EstimateAtTarget = {
  readonly kind: "at-target" | "slower-than-target";
  readonly estimate: ThroughputEstimate;
};

/** Requests in flight beyond which serving engines are not run. Assumed. */
const mostInFlight = 1024;

/**
 * The estimate with as many requests in flight as memory holds and the time per output token stays
 * within its target; of one request where even that takes longer. More in flight never are faster, so
 * the search halves.
 */
export function estimateAtTarget(
  deployment: Omit<Deployment, "concurrency">,
  targetSecondsPerOutputToken: number,
): EstimateAtTarget | DoesNotFit {
  const fitting = requestsThatFit({ ...deployment, concurrency: 1 });
  if (typeof fitting !== "number") return fitting;
  const at = (concurrency: number): ThroughputEstimate => {
    const found = estimateThroughput({ ...deployment, concurrency });
    if (found.kind !== "estimate") throw new Error("What fits once fits at any concurrency.");
    return found;
  };
  const alone = at(1);
  const meets = (found: ThroughputEstimate) =>
    found.secondsPerOutputToken <= targetSecondsPerOutputToken;
  if (!meets(alone)) return { kind: "slower-than-target", estimate: alone };
  let [within, beyond] = [1, Math.min(fitting, mostInFlight) + 1];
  while (beyond - within > 1) {
    const middle = Math.floor((within + beyond) / 2);
    if (meets(at(middle))) within = middle;
    else beyond = middle;
  }
  return { kind: "at-target", estimate: at(within) };
}
