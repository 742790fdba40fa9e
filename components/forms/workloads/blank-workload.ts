import type { Workload } from "@/lib/schemas/workload";
import { assumed, unpriced } from "../provenance";

/** A new workload: what only its owner knows is unpriced, the rest starts at "no effect". */
export function blankWorkload(kind: Workload["kind"], id: string, name: string): Workload {
  const growth = { kind: "compound", ratePerYearFraction: assumed(0) } as const;
  if (kind === "training") {
    return {
      id,
      kind,
      name,
      modelName: "",
      acceleratorHoursPerRun: unpriced,
      firstRunMonth: assumed(1),
      monthsBetweenRuns: assumed(3),
      growth,
      failureFraction: assumed(0.1),
      experimentsRatio: assumed(1),
    };
  }
  return {
    id,
    kind,
    name,
    modelName: "",
    requestsPerMonth: unpriced,
    growth,
    peakToMeanRatio: assumed(2),
    inputTokensPerRequest: unpriced,
    cachedInputFraction: assumed(0),
    outputTokensPerRequest: unpriced,
    reasoningRatio: assumed(1),
    retryFraction: assumed(0),
  };
}
