import fc from "fast-check";
import type { RunSchedule } from "@/lib/schemas/run-schedule";
import type { Workload } from "@/lib/schemas/workload";
import { absentOr, type Bounds, present } from "./arbitrary-bounds";
import { growth, season } from "./arbitrary-curves";
import { number, whole } from "./arbitrary-figure";
import { anyShape } from "./arbitrary-shape";
import { assumed, inference, training } from "./plans";

/** Half of the workloads have dated runs. */
const runSchedule: fc.Arbitrary<RunSchedule | undefined> = fc.oneof(
  fc.constant(undefined),
  fc
    .uniqueArray(
      fc.record({ month: fc.integer({ min: 0, max: 60 }), count: fc.integer({ min: 1, max: 4 }) }),
      {
        minLength: 1,
        maxLength: 6,
        selector: ({ month }) => month,
      },
    )
    .map((runs) => ({
      runs: runs.toSorted((a, b) => a.month - b.month),
      evidence: "assumed" as const,
    })),
);

export const workloads = (bounds: Bounds): fc.Arbitrary<Workload[]> => {
  const rising = bounds.risingDemand ?? false;
  const served = fc
    .record({
      requestsPerMonth: fc.oneof(whole(1, 30_000_000), whole(0, 2)),
      growth: growth(rising),
      peakToMeanRatio: number(1, 6),
      inputTokensPerRequest: whole(0, 8000),
      cachedInputFraction: number(0, 1),
      outputTokensPerRequest: fc.oneof(whole(1, 2000), fc.constant(assumed(0))),
      reasoningRatio: number(1, 8),
      reasoning: absentOr(
        fc.record({ isOn: fc.boolean(), startMonth: whole(1, 40) }, { requiredKeys: ["isOn"] }),
      ),
      retryFraction: number(0, 0.3),
      loadShape: absentOr(anyShape),
      batchableFraction: absentOr(number(0, 1)),
      timeToFirstTokenTargetMilliseconds: absentOr(number(100, 6000)),
      timePerOutputTokenTargetMilliseconds: absentOr(number(5, 200)),
    })
    .map(present)
    .chain((parts) =>
      rising
        ? fc.constant(inference(parts))
        : fc
            .option(season)
            .map((factors) => inference(factors ? { ...parts, season: factors } : parts)),
    );
  const trained = fc
    .record({
      acceleratorHoursPerRun: number(0, 30_000),
      firstRunMonth: whole(1, 24),
      runSchedule: runSchedule,
      monthsBetweenRuns: whole(1, 12),
      growth: growth(rising),
      failureFraction: number(0, 0.5),
      experimentsRatio: number(1, 4),
      runDays: absentOr(number(1, 200)),
      compute: absentOr(
        fc.record({
          activeParameters: number(0, 100),
          tokens: number(0, 200),
          modelFlopsUtilizationFraction: number(0.2, 0.6),
          peakTeraflopsPerSecond: number(100, 3000),
        }),
      ),
    })
    .map((parts) => training(present(parts)));
  return fc
    .tuple(
      fc.array(served, { maxLength: 3 }),
      rising ? fc.constant([]) : fc.array(trained, { maxLength: 2 }),
    )
    .map((rows) => rows.flat().map((row, i) => ({ ...row, id: `work-${i}` })));
};
