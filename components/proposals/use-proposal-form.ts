import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { saveProposalAction } from "@/app/(product)/(app)/proposals/actions";
import { useUnsavedGuard } from "@/components/forms/use-unsaved-guard";
import { attempt } from "@/components/plans/attempt";
import { useToast } from "@/components/ui/toast";
import type { Proposal, ProposalContent } from "@/lib/schemas/proposal";

/** What is being entered keeps the version it began from, whatever else changes meanwhile. */
type Entered = { readonly version: number; readonly content: ProposalContent };

export function useProposalForm({ id, content: stored, version }: Proposal) {
  const router = useRouter();
  const toast = useToast();
  const [entered, setEntered] = useState<Entered | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const [refreshing, startRefresh] = useTransition();
  const content = entered?.content ?? stored;
  const busy = sending || refreshing;
  useUnsavedGuard(entered !== null, busy);

  const replace = (next: ProposalContent) => {
    setEntered({ version: entered?.version ?? version, content: next });
    setMessage(null);
  };
  const change = (part: Partial<ProposalContent>) => replace({ ...content, ...part });
  const save = async () => {
    if (busy) return;
    setSending(true);
    setMessage(null);
    const input = { proposalId: id, expectedVersion: entered?.version ?? version, content };
    const outcome = await attempt(() => saveProposalAction(input), "Not saved");
    setSending(false);
    if (!outcome.ok) return setMessage(outcome.message);
    toast.show({ text: `${content.title} saved` });
    startRefresh(() => {
      setEntered(null);
      router.refresh();
    });
  };
  return { content, message, busy, unsaved: entered !== null, change, replace, save };
}

export type ProposalForm = ReturnType<typeof useProposalForm>;
