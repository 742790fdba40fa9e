"use client";

import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { removeQuoteAction, restoreQuoteAction } from "@/app/(product)/(app)/quotes/actions";
import { attempt } from "@/components/plans/attempt";
import { IconButton } from "@/components/ui/icon-button";
import { useToast } from "@/components/ui/toast";
import { contentOf, type StoredQuote } from "@/lib/schemas/quote";

/** A draft can go, and come back as it was saved. */
export function DeleteDraftButton(props: {
  readonly quote: StoredQuote;
  readonly disabled: boolean;
}) {
  const { quote, disabled } = props;
  const router = useRouter();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [newest] = quote.revisions;
  if (!quote.canEdit || quote.status !== "draft" || !newest) return null;
  const { id, supplierName, number, currency, version } = quote;
  const remove = async () => {
    setBusy(true);
    const at = { quoteId: id, expectedVersion: version };
    const outcome = await attempt(() => removeQuoteAction(at), "Not deleted");
    setBusy(false);
    if (!outcome.ok) return toast.show({ text: outcome.message, tone: "failure" });
    const { attachmentIds } = outcome.data;
    router.push("/quotes");
    toast.show({ text: `${number} deleted`, undo: () => void restore([...attachmentIds]) });
  };
  const restore = async (attachmentIds: string[]) => {
    const head = { supplierName, number, currency };
    const content = contentOf(newest);
    const outcome = await attempt(
      () => restoreQuoteAction({ id, head, content, attachmentIds }),
      "Not brought back",
    );
    if (!outcome.ok) return toast.show({ text: outcome.message, tone: "failure" });
    router.push(`/quotes/${id}`);
  };
  return (
    <IconButton
      label={`Delete the draft ${number}`}
      icon={<Trash2 aria-hidden size={16} />}
      disabled={disabled || busy}
      onClick={() => void remove()}
    />
  );
}
