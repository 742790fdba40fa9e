"use client";

import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { counted } from "@/lib/format";
import type { BenchmarkFile, BenchmarkRun } from "@/lib/schemas/benchmark-run";
import { pointsInBrief, runConditions, runName, unsaidText } from "@/lib/views/benchmark-words";

/** More than these are narrowed by typing. */
const fewRuns = 12;

/** The run to use, narrowed by typing where there are many, and what the file says of it. */
export function BenchmarkRunChoice(props: {
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
        {unsaid && <p className="text-ink-3 text-xs">{unsaid}</p>}
      </div>
    </div>
  );
}

const runLine = (run: BenchmarkRun) =>
  [runName(run), runConditions(run), pointsInBrief(run.points)].join("; ");
