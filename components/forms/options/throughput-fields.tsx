"use client";

import { Plus, Trash2 } from "lucide-react";
import { useFieldArray } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Segmented } from "@/components/ui/segmented";
import { namesOf } from "@/lib/catalog/find";
import type { Throughput } from "@/lib/schemas/throughput";
import type { InferenceWorkload } from "@/lib/schemas/workload";
import { FieldGrid, Fold } from "../fold";
import { FormFigure, FormText } from "../form-fields";
import { useOwnCatalog } from "../own-catalog";
import { useField, useRowForm } from "../row-form";
import { FrontFields } from "./front-fields";
import { LeverFields, leverSummary } from "./lever-fields";
import {
  blankThroughput,
  rebased,
  throughputEntries,
  throughputFrom,
  throughputFromFront,
  withWhatComesOnTop,
} from "./throughput";
import { ThroughputBenchmark } from "./throughput-benchmark";
import { ThroughputEstimator } from "./throughput-estimator";
import { ThroughputPicker } from "./throughput-picker";

/** How fast the option serves each inference workload of the plan. */
export function ThroughputFields() {
  const { form, plan, readOnly } = useRowForm();
  const rows = useField<readonly Throughput[]>("throughput");
  const [machine, device] = [
    useField<string | undefined>("accelerator"),
    useField<string | undefined>("device"),
  ];
  const accelerator = machine ?? device ?? "";
  const list = useFieldArray({ control: form.control, name: "throughput" });
  const workloads = plan.workloads.filter(
    (workload): workload is InferenceWorkload => workload.kind === "inference",
  );
  const { entries: own } = useOwnCatalog();
  const error = form.formState.errors.throughput?.message;
  const without = workloads.filter(({ id }) => !rows.some((row) => row.workloadId === id));
  return (
    <div className="grid grid-cols-1 gap-4" data-field="throughput" tabIndex={-1}>
      {workloads.length === 0 && (
        <p className="text-ink-2 text-sm">This plan has no inference workload to serve yet.</p>
      )}
      {list.fields.map((field, index) => (
        <ThroughputCard
          key={field.id}
          index={index}
          workload={workloads.find(({ id }) => id === rows[index]?.workloadId)}
          onRemove={() => list.remove(index)}
        />
      ))}
      {typeof error === "string" && <FieldError>{error}</FieldError>}
      {!readOnly &&
        without.map((workload) => (
          <div
            key={workload.id}
            className="flex flex-wrap items-center gap-3 rounded-md border border-line-strong border-dashed p-3"
          >
            <p className="min-w-0 grow basis-full text-sm sm:basis-0">
              <span className="font-label">{workload.name}</span>
              <span className="text-warn"> has no throughput here</span>
            </p>
            <ThroughputPicker
              entries={throughputEntries({ accelerator, model: workload.modelName, own })}
              model={workload.modelName}
              accelerator={accelerator}
              onTake={(id) => list.append(throughputFrom(id, workload.id, own))}
              onTakeFront={(record) => list.append(throughputFromFront(record, workload.id))}
            />
            <ThroughputEstimator
              workload={workload}
              accelerator={accelerator}
              model={workload.modelName}
              onTake={(row) => list.append(row)}
            />
            <ThroughputBenchmark workload={workload} />
            <Button
              size="small"
              data-field={`throughput.${workload.id}`}
              icon={<Plus aria-hidden size={14} />}
              onClick={() => list.append(blankThroughput(workload, accelerator))}
            >
              Enter it
            </Button>
          </div>
        ))}
    </div>
  );
}

const bases = [
  { value: "combined", label: "Output, prefill inside" },
  { value: "split", label: "Prefill and decode apart" },
  { value: "front", label: "Measured points" },
] as const;

function ThroughputCard(props: {
  readonly index: number;
  readonly workload: InferenceWorkload | undefined;
  readonly onRemove: () => void;
}) {
  const { index, workload, onRemove } = props;
  const { form, readOnly } = useRowForm();
  const name = `throughput.${index}`;
  const row = useField<Throughput>(name);
  const { entries: own } = useOwnCatalog();
  if (!row) return null;
  const set = (next: Throughput) => form.setValue(name, next, { shouldDirty: true });
  const take = (next: Throughput) => set(withWhatComesOnTop(row, next));
  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-4 rounded-md border border-line p-4">
      <legend className="sr-only">Throughput for {workload?.name ?? row.workloadId}</legend>
      <div className="flex flex-wrap items-center gap-2">
        <p className="min-w-0 grow basis-full font-label text-sm sm:basis-0">
          {workload?.name ?? row.workloadId}
        </p>
        {!readOnly && (
          <>
            <ThroughputPicker
              entries={throughputEntries({
                accelerator: row.accelerator,
                model: row.modelName,
                own,
              })}
              model={row.modelName}
              accelerator={row.accelerator}
              onTake={(id) => take(throughputFrom(id, row.workloadId, own))}
              onTakeFront={(record) => take(throughputFromFront(record, row.workloadId))}
            />
            {workload && (
              <>
                <ThroughputEstimator
                  workload={workload}
                  accelerator={row.accelerator}
                  model={row.modelName}
                  onTake={take}
                />
                <ThroughputBenchmark workload={workload} />
              </>
            )}
            <IconButton
              label={`Remove throughput for ${workload?.name ?? row.workloadId}`}
              icon={<Trash2 aria-hidden size={16} />}
              onClick={onRemove}
            />
          </>
        )}
      </div>
      {!readOnly && (
        <Segmented
          label="Basis of the throughput"
          className="justify-self-start"
          value={row.basis}
          onValueChange={(basis) => set(rebased(row, basis))}
          options={bases}
        />
      )}
      {row.basis === "front" && <FrontFields name={name} row={row} workload={workload} />}
      <FieldGrid>
        {row.basis === "combined" && (
          <FormFigure key="combined" name={`${name}.outputTokensPerSecond`} />
        )}
        {row.basis === "split" && (
          <>
            <FormFigure name={`${name}.prefillTokensPerSecond`} />
            <FormFigure name={`${name}.decodeTokensPerSecond`} />
          </>
        )}
        <FormFigure name={`${name}.acceleratorsPerReplica`} />
      </FieldGrid>
      <Fold title="Below the waterline" summary={leverSummary(row)}>
        <LeverFields name={name} />
        <FieldGrid>
          <FormFigure name={`${name}.speedUpPerYearFraction`} />
        </FieldGrid>
      </Fold>
      <Fold
        title="Measured with"
        summary={[row.modelName, row.accelerator, row.precision, row.servingEngine]
          .filter(Boolean)
          .join(", ")}
      >
        <FieldGrid>
          <FormText name={`${name}.modelName`} suggestions={namesOf("model")} />
          <FormText name={`${name}.accelerator`} suggestions={namesOf("accelerator")} />
          <FormText name={`${name}.precision`} placeholder="FP8" />
          <FormText name={`${name}.servingEngine`} placeholder="vLLM 0.15" />
        </FieldGrid>
        <FormText
          name={`${name}.conditions`}
          optional
          help="Input and output length, latency limits, how many at once."
        />
      </Fold>
    </fieldset>
  );
}
