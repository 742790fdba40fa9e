"use client";

import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { NumberInput } from "@/components/ui/number-input";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { counted } from "@/lib/format";
import type { BenchmarkFile, BenchmarkRun } from "@/lib/schemas/benchmark-run";
import type { Plan } from "@/lib/schemas/plan";
import { answerWithOption } from "@/lib/views/answer-effect";
import { misfits } from "@/lib/views/benchmark-fit";
import {
  benchmarkSummary,
  pointsInBrief,
  remarkGroups,
  runConditions,
  runName,
  suspiciousRemarks,
  unsaidText,
} from "@/lib/views/benchmark-words";
import {
  type BenchmarkPick,
  type Chosen,
  machineOf,
  pickOf,
  pointsTaken,
  type ServingOption,
  servedWorkloads,
  servingOptions,
} from "./benchmark-use";

/** What was found, what is odd, whose throughput it becomes, and what the plan then answers. */
export function BenchmarkPreview(props: {
  readonly plan: Plan;
  readonly file: BenchmarkFile;
  readonly chosen: Chosen;
  /** The option with the run in it; null while something is missing. */
  readonly option: ServingOption | null;
  readonly issue: string | null;
  readonly onPick: (pick: BenchmarkPick) => void;
}) {
  const { plan, file, chosen, option, issue, onPick } = props;
  const { run, workload, pick } = chosen;
  const named = { name: chosen.option.name, accelerator: machineOf(chosen.option) };
  return (
    <div className="grid min-w-0 gap-5">
      <p role="status" className="break-words text-sm">
        {benchmarkSummary(file)}
      </p>
      <RunChoice
        file={file}
        run={run}
        onRun={(next) => onPick(pickOf(next, chosen.option, workload.id))}
      />
      <Places {...{ plan, chosen, onPick }} />
      {run.acceleratorsPerReplica === null && <ReplicaSize chosen={chosen} onPick={onPick} />}
      {misfits(run, named, workload).map((text) => (
        <p key={text} className="text-sm text-warn">
          {text}
        </p>
      ))}
      <Oddities run={run} pick={pick} onPick={onPick} />
      {file.refused.length > 0 && (
        <RemarkList
          title={`${counted(new Set(file.refused.map(({ row }) => row)).size, "row")} refused`}
          remarks={file.refused}
        />
      )}
      {issue && (
        <p role="alert" className="text-bad text-sm">
          {issue}
        </p>
      )}
      {option && !issue && <Effect plan={plan} option={option} />}
    </div>
  );
}

/** More than these are narrowed by typing. */
const fewRuns = 12;

function RunChoice(props: {
  readonly file: BenchmarkFile;
  readonly run: BenchmarkRun;
  readonly onRun: (run: BenchmarkRun) => void;
}) {
  const { file, run, onRun } = props;
  const [sought, setSought] = useState("");
  const unsaid = unsaidText(run);
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = file.runs.filter((one) => {
    const text = runLine(one).toLowerCase();
    return one === run || words.every((word) => text.includes(word));
  });
  return (
    <div className="grid min-w-0 gap-3">
      {file.runs.length > fewRuns && (
        <Field label="Find a run" help={counted(shown.length, "run")}>
          {(control) => (
            <TextInput
              {...control}
              value={sought}
              placeholder="Model, accelerator, precision"
              onChange={(event) => setSought(event.target.value)}
            />
          )}
        </Field>
      )}
      {file.runs.length > 1 && (
        <Field label="Run">
          {(control) => (
            <Select
              {...control}
              value={run.id}
              options={shown.map((one) => ({ value: one.id, label: runLine(one) }))}
              onValueChange={(id) => {
                const next = file.runs.find((one) => one.id === id);
                if (next) onRun(next);
              }}
            />
          )}
        </Field>
      )}
      <div className="grid gap-0.5">
        <p className="break-words font-label">{runName(run)}</p>
        <p className="break-words text-ink-2 text-sm">{runConditions(run)}</p>
        <p className="text-sm">{pointsInBrief(run.points)}</p>
        {unsaid && <p className="text-ink-3 text-xs">The file does not say {unsaid}.</p>}
      </div>
    </div>
  );
}

const runLine = (run: BenchmarkRun) =>
  [runName(run), runConditions(run), pointsInBrief(run.points)].join("; ");

function Places(props: {
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
    <Field
      label={label}
      help={`The file does not say it${isNow ? ": this is as the option has it" : ""}. A replica is one copy of the model.`}
      error={error ?? undefined}
    >
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

function Oddities(props: {
  readonly run: BenchmarkRun;
  readonly pick: BenchmarkPick;
  readonly onPick: (pick: BenchmarkPick) => void;
}) {
  const { run, pick, onPick } = props;
  const { length } = run.suspicious;
  if (length === 0) return null;
  return (
    <div className="grid min-w-0 gap-2 rounded-md border border-line-strong p-3">
      <RemarkList
        title={`${counted(length, "point is", "points are")} suspicious, and not used`}
        remarks={suspiciousRemarks(run)}
        open
      />
      <Checkbox
        label={length === 1 ? "Use it all the same" : "Use them all the same"}
        checked={pick.withSuspicious}
        onCheckedChange={(withSuspicious) => onPick({ ...pick, withSuspicious })}
      />
      {pointsTaken(run, pick.withSuspicious).length === 0 && (
        <p className="text-ink-2 text-sm">Without them nothing of this run is left.</p>
      )}
    </div>
  );
}

function RemarkList(props: {
  readonly title: string;
  readonly remarks: BenchmarkFile["refused"];
  readonly open?: boolean;
}) {
  return (
    <details open={props.open} className="min-w-0">
      <summary className="cursor-pointer text-sm text-warn">{props.title}</summary>
      <ul className="mt-1.5 grid max-h-52 gap-1.5 overflow-y-auto text-ink-2 text-xs">
        {remarkGroups(props.remarks).map(({ key, text }) => (
          <li key={key} className="min-w-0 break-words">
            {text}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Effect({ plan, option }: { readonly plan: Plan; readonly option: ServingOption }) {
  const next = {
    ...plan,
    options: plan.options.map((one) => (one.id === option.id ? option : one)),
  };
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 border-line border-t pt-3 text-sm">
      <dt className="text-ink-3">Now</dt>
      <dd>{answerWithOption(plan, option.id)}</dd>
      <dt className="text-ink-3">With it</dt>
      <dd className="font-label">{answerWithOption(next, option.id)}</dd>
    </dl>
  );
}
