"use client";

import type { SelectOption } from "@/components/ui/select";
import { namesOf } from "@/lib/catalog/find";
import type { TrainingKind } from "@/lib/schemas/training-compute";
import type { Workload } from "@/lib/schemas/workload";
import { FieldGrid, Fold, Folds, Section } from "../fold";
import { FormGrowth } from "../form-curve";
import { FormFigure, FormNotes, FormSelect, FormText } from "../form-fields";
import { LoadShapeField } from "../load-shape-field";
import { useRowForm } from "../row-form";
import { SeasonField } from "../season-field";
import { PeakToMean } from "./peak-to-mean";
import { ReasoningMonths } from "./reasoning-months";
import { RunCadence } from "./run-cadence";
import { RunHours } from "./run-hours";
import { RunScheduleField } from "./run-schedule-field";
import { TrainingComputeFields } from "./training-compute-fields";

/** What a workload asks for: few figures in sight, the rest folded with sensible starts. */
export function WorkloadFields({ kind }: { readonly kind: Workload["kind"] }) {
  return (
    <>
      <FieldGrid>
        <FormText name="name" />
        <FormText
          name="modelName"
          suggestions={namesOf("model")}
          help="Throughput and prices of the catalog are offered for this model first."
        />
      </FieldGrid>
      {kind === "inference" ? <InferenceFields /> : <TrainingFields />}
      <Folds>
        {kind === "inference" ? <InferenceFolds /> : <TrainingFolds />}
        <Fold title="Notes">
          <FormNotes />
        </Fold>
      </Folds>
    </>
  );
}

function InferenceFields() {
  return (
    <>
      <Section title="Demand in the first month">
        <FieldGrid>
          <FormFigure name="requestsPerMonth" />
          <PeakToMean />
          <FormFigure name="inputTokensPerRequest" />
          <FormFigure name="outputTokensPerRequest" />
        </FieldGrid>
      </Section>
      <Section title="Growth">
        <FormGrowth name="growth" label="Demand grows" />
      </Section>
    </>
  );
}

function InferenceFolds() {
  return (
    <>
      <Fold
        title="Caching, reasoning, retries"
        summary="shares and multipliers of the tokens above"
      >
        <FieldGrid>
          <FormFigure name="cachedInputFraction" />
          <FormFigure name="reasoningRatio" />
          <ReasoningMonths />
          <FormFigure name="retryFraction" />
        </FieldGrid>
      </Fold>
      <Fold title="Service level" summary="how long a user waits at most">
        <FieldGrid>
          <FormFigure name="timeToFirstTokenTargetMilliseconds" />
          <FormFigure name="timePerOutputTokenTargetMilliseconds" />
        </FieldGrid>
      </Fold>
      <Fold title="Load shape" summary="hours of the day, and what may wait">
        <LoadShapeField name="loadShape" />
        <FieldGrid>
          <FormFigure name="batchableFraction" />
        </FieldGrid>
      </Fold>
      <Fold title="Season" summary="twelve factors, for demand that follows the calendar">
        <SeasonField name="season" />
      </Fold>
    </>
  );
}

function TrainingFields() {
  return (
    <>
      <Section title="Runs">
        <FieldGrid>
          <RunHours />
          <RunCadence />
        </FieldGrid>
        <ReferenceAccelerator />
      </Section>
      <Section title="Growth">
        <FormGrowth name="growth" label="Runs grow" />
      </Section>
    </>
  );
}

/** What an accelerator-hour of a run is an hour of. */
function ReferenceAccelerator() {
  const name = useRowForm().plan.referenceAccelerator.trim();
  return (
    <p className="mt-2 text-ink-3 text-xs">
      {name === ""
        ? "Hours count on the plan’s reference accelerator, which Assumptions does not name yet."
        : `Hours count on ${name}, the plan’s reference accelerator.`}{" "}
      An option’s training speed converts them.
    </p>
  );
}

const notSaid = "";
const kindOptions: readonly SelectOption<TrainingKind | typeof notSaid>[] = [
  { value: notSaid, label: "Not said" },
  { value: "pre-training", label: "Pre-training" },
  { value: "fine-tuning", label: "Fine-tuning" },
  { value: "reinforcement-learning", label: "Reinforcement learning" },
];

function TrainingFolds() {
  return (
    <>
      <Fold title="Hours from the model" summary="parameters, tokens and utilization">
        <TrainingComputeFields />
      </Fold>
      <Fold title="Runs by month" summary="a schedule of its own, in place of a gap">
        <RunScheduleField />
      </Fold>
      <Fold title="Kind and deadline" summary="accelerators that a run needs at once">
        <FieldGrid>
          <FormSelect
            name="trainingKind"
            options={kindOptions}
            fromValue={(value) => (value ?? notSaid) as TrainingKind | typeof notSaid}
            toValue={(chosen) => (chosen === notSaid ? undefined : chosen)}
          />
          <FormFigure name="runDays" />
        </FieldGrid>
      </Fold>
      <Fold title="Failures and experiments" summary="hours beyond the final run">
        <FieldGrid>
          <FormFigure name="failureFraction" />
          <FormFigure name="experimentsRatio" />
        </FieldGrid>
      </Fold>
    </>
  );
}
