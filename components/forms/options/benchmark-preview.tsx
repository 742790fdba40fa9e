"use client";

import type { BenchmarkFile } from "@/lib/schemas/benchmark-run";
import type { Plan } from "@/lib/schemas/plan";
import { answerWithOption } from "@/lib/views/answer-effect";
import { misfits } from "@/lib/views/benchmark-fit";
import { benchmarkSummary, leftOutText } from "@/lib/views/benchmark-words";
import { BenchmarkPlace } from "./benchmark-place";
import { BenchmarkRemarks } from "./benchmark-remarks";
import { BenchmarkRunChoice } from "./benchmark-run-choice";
import {
  type BenchmarkPick,
  type Chosen,
  machineOf,
  pickOf,
  pointsLeftOut,
  type ServingOption,
} from "./benchmark-use";

/** What was found, what is odd, whose throughput it becomes, and what the plan then answers. */
export function BenchmarkPreview(props: {
  readonly plan: Plan;
  readonly file: BenchmarkFile;
  readonly chosen: Chosen;
  /** The option with the run in it; null while something is missing. */
  readonly option: ServingOption | null;
  readonly issue: string | null;
  /** Option and workload are settled, and not asked for. */
  readonly isPlaced: boolean;
  readonly onPick: (pick: BenchmarkPick) => void;
}) {
  const { plan, file, chosen, option, issue, isPlaced, onPick } = props;
  const { run, workload, pick } = chosen;
  const leftOut = leftOutText(pointsLeftOut(chosen));
  const named = { name: chosen.option.name, accelerator: machineOf(chosen.option) };
  return (
    <div className="grid min-w-0 gap-5">
      <p role="status" className="break-words text-sm">
        {benchmarkSummary(file)}
      </p>
      <BenchmarkRunChoice
        file={file}
        run={run}
        onRun={(next) => onPick(pickOf(next, chosen.option, workload.id))}
      />
      <BenchmarkPlace {...{ plan, chosen, isPlaced, onPick }} />
      {misfits(run, named, workload).map((text) => (
        <p key={text} className="text-sm text-warn">
          {text}
        </p>
      ))}
      <BenchmarkRemarks {...{ file, run, pick, onPick }} />
      {leftOut && <p className="text-sm text-warn">{leftOut}</p>}
      {issue && (
        <p role="alert" className="text-bad text-sm">
          {issue}
        </p>
      )}
      {option && !issue && <Effect plan={plan} option={option} />}
    </div>
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
