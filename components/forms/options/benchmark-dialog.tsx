"use client";

import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FileDrop } from "@/components/ui/file-drop";
import type { BenchmarkFile } from "@/lib/schemas/benchmark-run";
import { checkOption, type InputIssue } from "@/lib/schemas/check";
import type { Plan } from "@/lib/schemas/plan";
import {
  benchmarkDialogDescription,
  benchmarkDialogTitle,
  namesOfFiles,
  readableFiles,
  wasNotImported,
  whyNotImported,
} from "@/lib/views/benchmark-import-words";
import { remarkGroups } from "@/lib/views/benchmark-words";
import { BenchmarkPreview } from "./benchmark-preview";
import {
  type BenchmarkPick,
  type Chosen,
  firstPick,
  optionWithRun,
  type ServingOption,
  servedWorkloads,
  servingOptions,
} from "./benchmark-use";
import { readBenchmarkFiles } from "./read-benchmark-files";

/** Where it belongs, when that is settled before a file is chosen. */
export type BenchmarkPlaceGiven = { readonly optionId: string; readonly workloadId: string };

type Read = { readonly name: string; readonly file: BenchmarkFile };

export type BenchmarkDialogProps = {
  readonly plan: Plan;
  readonly place?: BenchmarkPlaceGiven;
  readonly busy: boolean;
  readonly onClose: () => void;
  /** Puts the option in the place of the one of its id. */
  readonly onUse: (option: ServingOption, fileName: string) => void;
};

/** A benchmark's files, read here and not sent: what of them can be used, for which option and workload. */
export function BenchmarkDialog({ plan, place, busy, onClose, onUse }: BenchmarkDialogProps) {
  const [reading, setReading] = useState(false);
  const [read, setRead] = useState<Read | null>(null);
  const [pick, setPick] = useState<BenchmarkPick | null>(null);

  const take = async (files: readonly File[]) => {
    setReading(true);
    const found = await readBenchmarkFiles(files);
    setRead({ name: namesOfFiles(files.map(({ name }) => name)), file: found });
    setPick(firstPick(found, plan, place));
    setReading(false);
  };
  const chosen = read && pick && chosenOf(plan, read, pick);
  const option = chosen && optionWithRun(chosen);
  const checked = option && checkOption(plan, option);
  const issue = checked && !checked.ok ? firstIssue(checked.issues, place) : null;
  return (
    <Dialog
      open
      wide={read !== null}
      onOpenChange={onClose}
      title={benchmarkDialogTitle}
      description={benchmarkDialogDescription}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          {chosen && (
            <Button
              // What had the focus is gone once the file is read.
              autoFocus
              variant="primary"
              busy={busy}
              disabled={!option || issue !== null}
              onClick={() => option && onUse(option, chosen.fileName)}
            >
              Use it
            </Button>
          )}
        </>
      }
    >
      <div className="grid gap-5">
        {chosen ? (
          <BenchmarkPreview
            {...{ plan, chosen, file: chosen.file, issue }}
            option={checked?.ok ? option : null}
            isPlaced={place !== undefined}
            onPick={setPick}
          />
        ) : (
          read && <NothingFound read={read} plan={plan} />
        )}
        {chosen ? (
          <AnotherFile busy={reading} onFiles={take} />
        ) : (
          <>
            <FileDrop label="Benchmark files" accept={accepted} busy={reading} onFiles={take} />
            <p className="text-ink-2 text-sm">
              {readableFiles.map(({ text, isCode }) =>
                isCode ? <code key={text}>{text}</code> : text,
              )}
            </p>
          </>
        )}
      </div>
    </Dialog>
  );
}

const accepted = ".json,.jsonl,.csv,.txt,application/json,text/csv";

/** In a form other fields may be unfinished: only the throughput's faults count there. */
function firstIssue(
  issues: readonly InputIssue[],
  place: BenchmarkPlaceGiven | undefined,
): string | null {
  const counted = place ? issues.filter(({ path }) => path.includes("throughput")) : issues;
  return counted[0]?.message ?? null;
}

function chosenOf(
  plan: Plan,
  { name, file }: Read,
  pick: BenchmarkPick,
): (Chosen & { readonly file: BenchmarkFile }) | null {
  const run = file.runs.find(({ id }) => id === pick.runId);
  const option = servingOptions(plan).find(({ id }) => id === pick.optionId);
  const workload = servedWorkloads(plan).find(({ id }) => id === pick.workloadId);
  return run && option && workload ? { run, option, workload, pick, file, fileName: name } : null;
}

function AnotherFile(props: {
  readonly busy: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  return (
    <details>
      <summary className="cursor-pointer text-ink-2 text-sm">Choose other files</summary>
      <div className="mt-3">
        <FileDrop label="Other benchmark files" accept={accepted} {...props} />
      </div>
    </details>
  );
}

function NothingFound({ read, plan }: { read: Read; plan: Plan }) {
  const hasPlace = servingOptions(plan).length > 0 && servedWorkloads(plan).length > 0;
  const why = whyNotImported({ hasRuns: read.file.runs.length > 0, hasPlace });
  return (
    <div role="alert" className="grid gap-2 rounded-md bg-bad-soft px-3 py-2 text-bad text-sm">
      <p className="flex gap-2">
        <TriangleAlert aria-hidden size={16} className="mt-px shrink-0" />
        <span className="min-w-0 break-words">
          <b className="font-title">{wasNotImported(read.name)}</b> {why}
        </span>
      </p>
      <ul className="grid gap-1 pl-6">
        {remarkGroups(read.file.refused).map(({ key, text }) => (
          <li key={key} className="min-w-0 break-words">
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}
