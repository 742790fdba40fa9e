"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { scoreQuoteAction } from "@/app/(product)/(app)/plans/[planId]/quotes/actions";
import { askToStay, useUnsavedGuard } from "@/components/forms/use-unsaved-guard";
import { attempt } from "@/components/plans/attempt";
import { useToast } from "@/components/ui/toast";
import type { ScoreDialogProps } from "./score-dialog";
import {
  readDrafts,
  type ScoreDrafts,
  type ScoreEntry,
  storedEntry,
  unsavedCount,
  withEntry,
} from "./score-drafts";

/** The reader's scores as they are typed, kept for each offer until they are saved or left. */
export function useScoreForm({ planId, offers, criteria, scores, onClose }: ScoreDialogProps) {
  const router = useRouter();
  const toast = useToast();
  const [quoteId, setQuoteId] = useState(offers[0]?.quoteId ?? "");
  const [drafts, setDrafts] = useState<ScoreDrafts>({});
  const [message, setMessage] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const changedOffers = offers.filter((one) => unsavedCount(drafts, one.quoteId) > 0).length;
  useUnsavedGuard(changedOffers > 0, busy);
  const entryOf = (criterionId: string): ScoreEntry =>
    drafts[quoteId]?.[criterionId] ?? storedEntry(scores, { quoteId, criterionId });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { inputs, wrong } = readDrafts(drafts, criteria);
    if (wrong) {
      setQuoteId(wrong.quoteId);
      const name = criteria.find(({ id }) => id === wrong.criterionId)?.name;
      return setMessage(`${name}: enter 0 to 10 by halves, such as 7.5.`);
    }
    setBusy(true);
    setMessage(null);
    for (const { quoteId: of, criterionId, score, reason } of inputs) {
      const input = { planId, quoteId: of, criterionId, score, reason };
      const outcome = await attempt(() => scoreQuoteAction(input), "Not saved");
      if (!outcome.ok) {
        setBusy(false);
        setQuoteId(of);
        return setMessage(outcome.message);
      }
    }
    setBusy(false);
    toast.show({ text: "Scores saved" });
    router.refresh();
    onClose();
  };
  return {
    ...{ quoteId, changedOffers, busy, message, entryOf, submit },
    choose: (next: string) => {
      setQuoteId(next);
      setMessage(null);
    },
    unsavedOf: (of: string) => unsavedCount(drafts, of),
    enter: (criterionId: string, part: Partial<ScoreEntry>) => {
      const place = { quoteId, criterionId };
      const entry = { ...entryOf(criterionId), ...part };
      setDrafts((now) => withEntry(now, place, { entry, stored: storedEntry(scores, place) }));
    },
    close: () => (changedOffers > 0 ? askToStay(toast.show, onClose) : onClose()),
  };
}
