"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { saveRfqAction } from "@/app/(product)/(app)/rfqs/actions";
import { useUnsavedGuard } from "@/components/forms/use-unsaved-guard";
import { attempt } from "@/components/plans/attempt";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/adapters/action-result";
import type { StoredRfq } from "@/lib/schemas/rfq";
import { type RfqDraft, readRfqDraft, rfqDraftOf } from "./rfq-draft";

/** What is being entered keeps the version it began from, whatever else changes on the page meanwhile. */
type Entered = { readonly version: number; readonly draft: RfqDraft };

export function useRfqForm(rfq: StoredRfq) {
  const router = useRouter();
  const toast = useToast();
  const [entered, setEntered] = useState<Entered | null>(null);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [message, setMessage] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const [refreshing, startRefresh] = useTransition();
  const draft = entered?.draft ?? rfqDraftOf(rfq);
  const busy = sending || refreshing;
  useUnsavedGuard(entered !== null, busy);

  const change = (part: Partial<RfqDraft>) => {
    setEntered({ version: entered?.version ?? rfq.version, draft: { ...draft, ...part } });
    setErrors({});
    setMessage(null);
  };
  /** True where it was done; the page is read anew then. */
  const act = async (action: () => Promise<ActionResult<unknown>>, done: string) => {
    setSending(true);
    setMessage(null);
    const outcome = await attempt(action, "Not saved");
    setSending(false);
    if (!outcome.ok) {
      setMessage(outcome.message);
      return false;
    }
    toast.show({ text: done });
    startRefresh(() => router.refresh());
    return true;
  };
  const save = async () => {
    const { content, errors: wrong } = readRfqDraft(draft);
    setErrors(wrong);
    if (!content) return setMessage("Some entries cannot be saved yet. They are marked below.");
    const { isSealed, suppliers } = draft;
    const expectedVersion = entered?.version ?? rfq.version;
    const input = { rfqId: rfq.id, expectedVersion, content, isSealed, suppliers: [...suppliers] };
    if (await act(() => saveRfqAction(input), `${content.title} saved`))
      startRefresh(() => setEntered(null));
  };
  return { draft, errors, message, busy, unsaved: entered !== null, change, act, save };
}

export type RfqForm = ReturnType<typeof useRfqForm>;
