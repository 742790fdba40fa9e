"use client";

import { useState } from "react";
import { cancelJobAction } from "@/app/(product)/(app)/settings/jobs/actions";
import { attempt } from "@/components/plans/attempt";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import type { JobRow } from "@/lib/views/jobs";
import { notChanged } from "@/lib/views/jobs-words";

type ImportProgressProps = {
  readonly fileName: string;
  readonly job: { readonly id: string; readonly row: JobRow | null; readonly again: () => void };
};

/** The job while it runs; it goes on when the page is left, and stands under Jobs. */
export function ImportProgress({ fileName, job: { id, row, again } }: ImportProgressProps) {
  const [message, setMessage] = useState<string | null>(null);
  const cancel = async () => {
    const outcome = await attempt(() => cancelJobAction({ jobId: id }), notChanged);
    setMessage(outcome.ok ? null : outcome.message);
  };
  const hasEnded = row !== null && !row.mayCancel && row.state !== "succeeded";
  return (
    <>
      <h2 className="text-lg">Importing {fileName}</h2>
      <p role="status" className="text-ink-2 text-sm first-letter:uppercase">
        {row ? `${row.text}${row.progress ? `, ${row.progress.text}` : ""}` : "Waits for its turn"}
      </p>
      <progress
        aria-label="Import"
        value={row?.state === "succeeded" ? 1 : (row?.progress?.fraction ?? 0)}
        max={1}
        className="h-1.5 w-full max-w-[420px] accent-accent"
      />
      {row?.error && <FieldError>{row.error}</FieldError>}
      {message && <FieldError>{message}</FieldError>}
      <div className="flex flex-wrap gap-2">
        {row?.mayCancel && <Button onClick={() => void cancel()}>Cancel the import</Button>}
        {hasEnded && <Button onClick={again}>Back to the preview</Button>}
      </div>
    </>
  );
}
