"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { saveAwardMemoAction } from "@/app/(app)/plans/[planId]/quotes/actions";
import { useUnsavedGuard } from "@/components/forms/use-unsaved-guard";
import { attempt } from "@/components/plans/attempt";
import { useToast } from "@/components/ui/toast";
import type { PlanQuotes } from "@/lib/schemas/plan-quotes";

type Asked = {
  readonly planId: string;
  readonly memos: PlanQuotes["memos"];
  /** The memo as the figures on screen write it. */
  readonly write: () => string;
};

/** The memo's version on screen, what was typed over it, and its save. */
export function useMemoText({ planId, memos, write }: Asked) {
  const router = useRouter();
  const toast = useToast();
  const newest = memos[0]?.version ?? null;
  const [opened, setOpened] = useState<number | null>(null);
  const [edited, setEdited] = useState<string | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const shown = memos.find(({ version }) => version === (opened ?? newest));
  const unsaved = edited !== null && edited !== shown?.body;
  useUnsavedGuard(unsaved, busy);
  const text = edited ?? shown?.body ?? "";
  const save = async (): Promise<boolean> => {
    setBusy(true);
    setMessage(null);
    const input = { planId, expectedVersion: newest, body: text };
    const outcome = await attempt(() => saveAwardMemoAction(input), "Not saved");
    setBusy(false);
    if (!outcome.ok) {
      setMessage(outcome.message);
      return false;
    }
    toast.show({ text: `Memo saved, version ${outcome.data.version}` });
    setEdited(null);
    setOpened(null);
    router.refresh();
    return true;
  };
  const restore = () => {
    const before = edited;
    setEdited(write());
    if (text !== "")
      toast.show({ text: "The memo is as the figures write it", undo: () => setEdited(before) });
  };
  return {
    ...{ text, shown, unsaved, busy, message, save, restore },
    version: shown?.version ?? null,
    setText: setEdited,
    discard: () => setEdited(null),
    open: (version: number) => {
      setOpened(version);
      setEdited(null);
    },
  };
}
