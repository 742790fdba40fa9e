"use client";

import { useState } from "react";
import { Field } from "@/components/ui/field";
import { NumberInput } from "@/components/ui/number-input";
import { Select } from "@/components/ui/select";
import type { Plan } from "@/lib/schemas/plan";
import { becomesThroughput } from "@/lib/views/benchmark-import-words";
import { replicaSizeHelp } from "@/lib/views/benchmark-words";
import {
  type BenchmarkPick,
  type Chosen,
  pickOf,
  type ServingOption,
  servedWorkloads,
  servingOptions,
} from "./benchmark-use";

/** The option and workload whose throughput it becomes, and the size of a replica that the file does not say. */
export function BenchmarkPlace(props: {
  readonly plan: Plan;
  readonly chosen: Chosen;
  readonly isPlaced: boolean;
  readonly onPick: (pick: BenchmarkPick) => void;
}) {
  const { plan, chosen, isPlaced, onPick } = props;
  const { run, option, workload } = chosen;
  return (
    <>
      {isPlaced ? (
        <p className="text-sm">{becomesThroughput(option.name, workload.name)}</p>
      ) : (
        <PlaceChoice {...{ plan, chosen, onPick }} />
      )}
      {run.acceleratorsPerReplica === null && <ReplicaSize chosen={chosen} onPick={onPick} />}
    </>
  );
}

function PlaceChoice(props: {
  readonly plan: Plan;
  readonly chosen: Chosen;
  readonly onPick: (pick: BenchmarkPick) => void;
}) {
  const { plan, chosen, onPick } = props;
  const { run, option, workload, pick } = chosen;
  const options = servingOptions(plan);
  const place = (to: ServingOption, workloadId: string) => {
    const next = pickOf(run, to, workloadId);
    onPick({
      ...next,
      withSuspicious: pick.withSuspicious,
      acceleratorsPerReplica: next.acceleratorsPerReplica ?? pick.acceleratorsPerReplica,
    });
  };
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label="Option">
        {(control) => (
          <Select
            {...control}
            value={option.id}
            options={options.map(({ id, name }) => ({ value: id, label: name }))}
            onValueChange={(id) => {
              const next = options.find((one) => one.id === id);
              if (next) place(next, workload.id);
            }}
          />
        )}
      </Field>
      <Field label="Workload">
        {(control) => (
          <Select
            {...control}
            value={workload.id}
            options={servedWorkloads(plan).map(({ id, name }) => ({ value: id, label: name }))}
            onValueChange={(id) => place(option, id)}
          />
        )}
      </Field>
    </div>
  );
}

function ReplicaSize(props: {
  readonly chosen: Chosen;
  readonly onPick: (pick: BenchmarkPick) => void;
}) {
  const { chosen, onPick } = props;
  const { run, option, workload, pick } = chosen;
  const now = pickOf(run, option, workload.id).acceleratorsPerReplica;
  const isNow = now !== null && now === pick.acceleratorsPerReplica;
  const [error, setError] = useState<string | null>(null);
  const label = "Accelerators a replica";
  return (
    <Field label={label} help={replicaSizeHelp(isNow)} error={error ?? undefined}>
      {(control) => (
        <NumberInput
          {...control}
          // Another option or run begins with another number.
          key={`${pick.runId} ${pick.optionId} ${pick.workloadId}`}
          rule={{ label, unit: "count", min: 1, max: 1024, integer: true, required: true }}
          value={pick.acceleratorsPerReplica}
          onErrorChange={setError}
          onValueChange={(acceleratorsPerReplica) => onPick({ ...pick, acceleratorsPerReplica })}
        />
      )}
    </Field>
  );
}
