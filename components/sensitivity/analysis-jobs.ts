import {
  costEnds,
  project,
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
import type { Formats } from "@/lib/schemas/formats";
import type { Plan } from "@/lib/schemas/plan";
import { type Analyses, proposalAnalyses } from "@/lib/views/proposal/analyses";

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
  | {
      readonly kind: "proposal";
      readonly planId: string;
      readonly proposedId: string | null;
      readonly formats: Formats | undefined;
    }
);

export type AnalysisAnswers = {
  readonly swings: Swings;
  readonly ends: readonly CostEnds[];
  readonly thresholds: readonly Thresholds[];
  readonly map: MapScan;
  readonly proposal: Analyses;
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
    case "proposal": {
      const results = { plan, projection: project(plan), view: "cash" } as const;
      const steps = proposalAnalyses({ ...job, results });
      for (let step = steps.next(); ; step = steps.next()) {
        if (step.done) return step.value;
        yield null;
      }
    }
  }
}
