"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { getImportJobAction } from "@/app/(product)/(app)/quotes/[quoteId]/import/actions";
import { attempt } from "@/components/plans/attempt";
import { newId } from "@/components/plans/new-id";
import type { ImportMode, LinesPreview, QuoteToImport } from "@/lib/schemas/lines-import";
import { type JobRow, jobRows } from "@/lib/views/jobs";
import { settledSettings } from "@/lib/views/lines-import";
import { sendFile } from "./send-file";

const everyMs = 400;

export type ImportHow = { readonly mode: ImportMode; readonly totalRow: number | null };

/** Asks for the import, and follows its job until it has ended; then the quote is shown. */
export function useImportJob(quote: QuoteToImport) {
  const router = useRouter();
  const [id, setId] = useState(newId);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [row, setRow] = useState<JobRow | null>(null);
  const [message, setMessage] = useState<string | null>(null);

  const apply = async (file: File, preview: LinesPreview, how: ImportHow) => {
    setBusy(true);
    setMessage(null);
    const order = {
      quoteId: quote.id,
      expectedVersion: quote.version,
      ...how,
      settings: settledSettings(preview),
    };
    const outcome = await attempt(
      () => sendFile(`/quotes/${quote.id}/import/lines`, { file, input: { id, ...order } }),
      "Nothing was imported",
    );
    setBusy(false);
    if (outcome.ok) setAsked(true);
    else setMessage(outcome.message);
  };
  useEffect(() => {
    if (!asked) return;
    let timer: ReturnType<typeof setTimeout>;
    let left = false;
    const look = async () => {
      const outcome = await attempt(() => getImportJobAction({ jobId: id }), "Not known yet");
      if (left) return;
      const [next] = outcome.ok ? jobRows([outcome.data]) : [];
      if (next) setRow(next);
      if (next?.state === "succeeded") return router.replace(`/quotes/${quote.id}`);
      if (!next || next.mayCancel) timer = setTimeout(look, everyMs);
    };
    void look();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [asked, id, quote.id, router]);
  /** After a failure or a cancel: another press is another job. */
  const again = () => {
    setId(newId());
    setAsked(false);
    setRow(null);
  };
  return { apply, again, id, busy, row, message, isFollowing: asked };
}
