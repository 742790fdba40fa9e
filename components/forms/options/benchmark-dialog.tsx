"use client";

import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FileDrop } from "@/components/ui/file-drop";
import { readBenchmark, tooLarge } from "@/lib/importers/benchmark/read-benchmark";
import { type BenchmarkFile, benchmarkFileLimitBytes } from "@/lib/schemas/benchmark-run";
import { checkOption } from "@/lib/schemas/check";
import type { Plan } from "@/lib/schemas/plan";
import { withCeilings } from "@/lib/views/benchmark-ceiling";
import {
  benchmarkDialogDescription,
  benchmarkDialogTitle,
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

type Read = { readonly name: string; readonly file: BenchmarkFile };

export type BenchmarkDialogProps = {
  readonly plan: Plan;
  readonly busy: boolean;
  readonly onClose: () => void;
  /** Puts the option in the place of the one of its id. */
  readonly onUse: (option: ServingOption, fileName: string) => void;
};

/** A benchmark file, read here and not sent: what of it can be used, for which option and workload. */
export function BenchmarkDialog({ plan, busy, onClose, onUse }: BenchmarkDialogProps) {
  const [reading, setReading] = useState(false);
  const [read, setRead] = useState<Read | null>(null);
  const [pick, setPick] = useState<BenchmarkPick | null>(null);

  const take = async (file: File) => {
    setReading(true);
    const found = await readFile(file);
    setRead({ name: file.name, file: found });
    setPick(firstPick(found, plan));
    setReading(false);
  };
  const chosen = read && pick && chosenOf(plan, read, pick);
  const option = chosen && optionWithRun(chosen);
  const checked = option && checkOption(plan, option);
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
              disabled={!checked?.ok}
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
            {...{ plan, chosen, file: chosen.file, option }}
            issue={checked && !checked.ok ? (checked.issues[0]?.message ?? null) : null}
            onPick={setPick}
          />
        ) : (
          read && <NothingFound read={read} plan={plan} />
        )}
        {chosen ? (
          <AnotherFile busy={reading} onFile={take} />
        ) : (
          <>
            <FileDrop label="Benchmark file" accept={accepted} busy={reading} onFile={take} />
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

async function readFile(file: File): Promise<BenchmarkFile> {
  if (file.size > benchmarkFileLimitBytes)
    return { format: null, rows: 0, runs: [], refused: [tooLarge(file.size)] };
  const today = new Date().toISOString().slice(0, 10);
  return withCeilings(readBenchmark(await file.text(), today));
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

function AnotherFile({ busy, onFile }: { busy: boolean; onFile: (file: File) => void }) {
  return (
    <details>
      <summary className="cursor-pointer text-ink-2 text-sm">Choose another file</summary>
      <div className="mt-3">
        <FileDrop label="Another benchmark file" accept={accepted} busy={busy} onFile={onFile} />
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
