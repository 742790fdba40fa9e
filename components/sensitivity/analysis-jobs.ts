import {
  costEnds,
  scanWinners,
  sortedSwings,
  subjectValue,
  swingOf,
  thresholdsOf,
} from "@/lib/engine";
import type {
  CostEnds,
  MapAxis,
  MapScan,
  RangedInput,
  Subject,
  Swings,
  ThresholdSearch,
  Thresholds,
} from "@/lib/engine/types";
import type { Plan } from "@/lib/schemas/plan";

/** What is computed beside the page. */
export type AnalysisJob = { readonly plan: Plan } & (
  | { readonly kind: "swings"; readonly inputs: readonly RangedInput[]; readonly subject: Subject }
  | {
      readonly kind: "ends";
      readonly inputs: readonly RangedInput[];
      readonly optionIds: readonly string[];
    }
  | {
      readonly kind: "thresholds";
      readonly searches: readonly ThresholdSearch[];
      readonly optionId: string;
      readonly rivalIds: readonly string[];
    }
  | { readonly kind: "map"; readonly x: MapAxis; readonly y: MapAxis }
);

export type AnalysisAnswers = {
  readonly swings: Swings;
  readonly ends: readonly CostEnds[];
  readonly thresholds: readonly Thresholds[];
  readonly map: MapScan;
};
export type AnalysisKind = AnalysisJob["kind"];
export type AnalysisAnswer = AnalysisAnswers[AnalysisKind];

/** A job in steps short enough to stop between; what a step yields may be shown before the end. */
export function* runJob(job: AnalysisJob): Generator<MapScan | null, AnalysisAnswer> {
  const { plan } = job;
  switch (job.kind) {
    case "swings": {
      const { inputs, subject } = job;
      const base = subjectValue(plan, subject);
      const swings = [];
      for (const input of inputs) {
        swings.push(swingOf(plan, input, { subject, base }));
        yield null;
      }
      return { base, swings: sortedSwings(swings) };
    }
    case "ends": {
      const ends: CostEnds[] = [];
      for (const id of job.optionIds) {
        ends.push(costEnds(plan, id, job.inputs));
        yield null;
      }
      return ends;
    }
    case "thresholds": {
      const found: Thresholds[] = [];
      for (const search of job.searches) {
        found.push(thresholdsOf(plan, search, job));
        yield null;
      }
      return found;
    }
    case "map":
      return yield* scanWinners(plan, job.x, job.y);
  }
}
