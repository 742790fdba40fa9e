"use client";

import Link from "next/link";
import { useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { Segmented } from "@/components/ui/segmented";
import { counted } from "@/lib/format";
import type { ImportMode, LinesPreview, QuoteToImport } from "@/lib/schemas/lines-import";
import { beginsNextText, linesText, proposedMode, whyNotReady } from "@/lib/views/lines-import";
import { StatedTotal } from "./stated-total";
import type { ImportHow } from "./use-import-job";

type ImportApplyProps = {
  readonly preview: LinesPreview;
  readonly quote: QuoteToImport;
  readonly busy: boolean;
  readonly job: { readonly busy: boolean; readonly message: string | null };
  readonly onApply: (how: ImportHow) => void;
};

/** What would come in, and the press that brings it. */
export function ImportApply({ preview, quote, busy, job, onApply }: ImportApplyProps) {
  const [mode, setMode] = useState<ImportMode>(() => proposedMode(quote));
  const [takesTotal, setTakesTotal] = useState(true);
  const why = whyNotReady(preview);
  const isWhole = quote.lineCount === 0 || mode === "replace";
  const totalRow = isWhole && takesTotal ? (preview.statedTotal?.row ?? null) : null;
  return (
    <section aria-labelledby="apply" className="card grid gap-3 p-[18px]">
      <h2 id="apply" className="text-lg">
        {counted(preview.lineCount, "line")}
      </h2>
      <p role="status" className="text-ink-2 text-sm">
        {busy ? "Reading the file" : (why ?? `${linesText(preview)}.`)}
      </p>
      {quote.lineCount > 0 && (
        <div className="grid gap-1.5">
          <p className="text-ink-3 text-xs">{counted(quote.lineCount, "line")} in the quote now</p>
          <Segmented
            label="What happens to the lines in the quote"
            value={mode}
            onValueChange={setMode}
            className="justify-self-start"
            options={[
              { value: "add", label: "Add to them" },
              { value: "replace", label: "Replace them" },
            ]}
          />
        </div>
      )}
      <StatedTotal {...{ preview, isWhole, takesTotal }} onTake={setTakesTotal} />
      {quote.isReceived && <p className="text-ink-3 text-xs">{beginsNextText(quote)}</p>}
      {job.message && <FieldError>{job.message}</FieldError>}
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          busy={job.busy}
          disabled={busy || why !== null}
          onClick={() => onApply({ mode, totalRow })}
        >
          {job.busy ? "Sending the file" : "Import the lines"}
        </Button>
        <Link href={`/quotes/${quote.id}`} className={buttonClass({ variant: "quiet" })}>
          Cancel
        </Link>
      </div>
    </section>
  );
}
