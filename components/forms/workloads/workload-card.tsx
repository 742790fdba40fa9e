"use client";

import type { ReactNode } from "react";
import { Pill } from "@/components/ui/pill";
import { peakToMean, shapeLevels, trainingRunHours } from "@/lib/engine";
import type { WorkloadDemand } from "@/lib/engine/types";
import { numberFull, quantity, tokensFull } from "@/lib/format";
import { missingWord } from "@/lib/schemas/figure";
import type { TrainingKind } from "@/lib/schemas/training-compute";
import type { Workload } from "@/lib/schemas/workload";
import { growthEvidence, growthText } from "../curve-words";
import { InputFigure, KeyFigure } from "../key-figure";

export type WorkloadCardProps = {
  readonly workload: Workload;
  /** What it asks for, as the engine has it; absent while a figure of it is missing. */
  readonly demand: WorkloadDemand | undefined;
  readonly currency: string;
  readonly onOpen: () => void;
  readonly menu?: ReactNode;
};

export function WorkloadCard(props: WorkloadCardProps) {
  const { workload, onOpen, menu } = props;
  return (
    <li className="card grid gap-3 p-[18px]">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <button
            type="button"
            onClick={onOpen}
            className="max-w-full truncate rounded-sm text-left font-title text-base hover:text-accent"
          >
            {workload.name}
          </button>
          <p className="truncate text-ink-3 text-xs">{workload.modelName || "no model named"}</p>
        </div>
        <Pill>{pillText(workload)}</Pill>
        {menu}
      </div>
      <dl className="grid grid-cols-2 gap-x-5 gap-y-3 sm:grid-cols-4">
        {workload.kind === "inference" ? (
          <InferenceFigures {...props} workload={workload} />
        ) : (
          <TrainingFigures {...props} workload={workload} />
        )}
      </dl>
    </li>
  );
}

const trainingKindWords: Record<TrainingKind, string> = {
  "pre-training": "pre-training",
  "fine-tuning": "fine-tuning",
  "reinforcement-learning": "reinforcement learning",
};

function pillText(workload: Workload): string {
  const kind = workload.kind === "training" ? workload.trainingKind : undefined;
  return kind === undefined ? workload.kind : trainingKindWords[kind];
}

function InferenceFigures({
  workload,
  demand,
  currency,
}: WorkloadCardProps & { readonly workload: Extract<Workload, { kind: "inference" }> }) {
  const tokens = demand?.kind === "inference" ? demand.servedTokens[0] : undefined;
  return (
    <>
      <InputFigure
        label="Requests, month 1"
        figure={workload.requestsPerMonth}
        unit="requestsPerMonth"
        currency={currency}
      />
      <KeyFigure label="Tokens, month 1" unit="tokens">
        {tokens === undefined ? missingWord("count") : tokensFull(tokens)}
      </KeyFigure>
      <KeyFigure label="Growth" evidence={growthEvidence(workload.growth)}>
        {growthText(workload.growth)}
      </KeyFigure>
      {workload.loadShape ? (
        <KeyFigure label="Peak to mean" unit="x" evidence={workload.loadShape.evidence}>
          {numberFull(peakToMean(shapeLevels(workload.loadShape)), 2)}
        </KeyFigure>
      ) : (
        <InputFigure
          label="Peak to mean"
          figure={workload.peakToMeanRatio}
          unit="ratio"
          currency={currency}
        />
      )}
    </>
  );
}

function TrainingFigures({
  workload,
  demand,
  currency,
}: WorkloadCardProps & { readonly workload: Extract<Workload, { kind: "training" }> }) {
  const hours =
    demand?.kind === "training"
      ? demand.acceleratorHours.slice(0, 12).reduce((sum, month) => sum + month, 0)
      : undefined;
  const runHours = workload.compute && trainingRunHours(workload.compute);
  const atOnce = demand?.kind === "training" ? Math.max(...demand.acceleratorsAtOnce) : undefined;
  return (
    <>
      {workload.compute ? (
        <KeyFigure label="A run" unit="accelerator-hours" evidence="estimated">
          {runHours === null || runHours === undefined
            ? missingWord("acceleratorHours")
            : quantity(runHours)}
        </KeyFigure>
      ) : (
        <InputFigure
          label="A run"
          figure={workload.acceleratorHoursPerRun}
          unit="acceleratorHours"
          currency={currency}
        />
      )}
      <KeyFigure label="First year" unit="accelerator-hours">
        {hours === undefined ? missingWord("acceleratorHours") : quantity(hours)}
      </KeyFigure>
      {workload.runDays && atOnce !== undefined && (
        <KeyFigure label="At once" unit="accelerators">
          {quantity(atOnce)}
        </KeyFigure>
      )}
      {workload.runSchedule ? (
        <KeyFigure label="Runs, as dated" unit="runs" evidence={workload.runSchedule.evidence}>
          {quantity(workload.runSchedule.runs.reduce((sum, { count }) => sum + count, 0))}
        </KeyFigure>
      ) : (
        <InputFigure
          label="Between runs"
          figure={workload.monthsBetweenRuns}
          unit="months"
          currency={currency}
        />
      )}
      <KeyFigure label="Growth" evidence={growthEvidence(workload.growth)}>
        {growthText(workload.growth)}
      </KeyFigure>
    </>
  );
}
