"use client";

import { Checkbox } from "@/components/ui/checkbox";
import type { BenchmarkFile, BenchmarkRun } from "@/lib/schemas/benchmark-run";
import {
  nothingLeft,
  refusedTitle,
  remarkGroups,
  suspiciousRemarks,
  suspiciousTitle,
} from "@/lib/views/benchmark-words";
import { type BenchmarkPick, pointsTaken } from "./benchmark-use";

/** What is odd in the run, and whether it is used all the same; what of the file is refused. */
export function BenchmarkRemarks(props: {
  readonly file: BenchmarkFile;
  readonly run: BenchmarkRun;
  readonly pick: BenchmarkPick;
  readonly onPick: (pick: BenchmarkPick) => void;
}) {
  const { file, run, pick, onPick } = props;
  return (
    <>
      <Suspicious run={run} pick={pick} onPick={onPick} />
      {file.refused.length > 0 && <RemarkList title={refusedTitle(file)} remarks={file.refused} />}
    </>
  );
}

function Suspicious(props: {
  readonly run: BenchmarkRun;
  readonly pick: BenchmarkPick;
  readonly onPick: (pick: BenchmarkPick) => void;
}) {
  const { run, pick, onPick } = props;
  const { length } = run.suspicious;
  if (length === 0) return null;
  return (
    <div className="grid min-w-0 gap-2 rounded-md border border-line-strong p-3">
      <RemarkList title={suspiciousTitle(run)} remarks={suspiciousRemarks(run)} open />
      <Checkbox
        label={length === 1 ? "Use it all the same" : "Use them all the same"}
        checked={pick.withSuspicious}
        onCheckedChange={(withSuspicious) => onPick({ ...pick, withSuspicious })}
      />
      {pointsTaken(run, pick.withSuspicious).length === 0 && (
        <p className="text-ink-2 text-sm">{nothingLeft}</p>
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
