"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { saveAwardMemoAction } from "@/app/(product)/(app)/plans/[planId]/quotes/actions";
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
  /** Written from the figures of now, whatever the saved one was written for. */
  const [anew, setAnew] = useState(false);
  const [message, setMessage] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const shown = memos.find(({ version }) => version === (opened ?? newest));
  const unsaved = edited !== null && edited !== shown?.body;
  useUnsavedGuard(unsaved, busy);
  const text = edited ?? shown?.body ?? "";
  const discard = () => {
    setEdited(null);
    setAnew(false);
  };
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
    discard();
    setOpened(null);
    router.refresh();
    return true;
  };
  const restore = () => {
    const before = { edited, anew };
    setEdited(write());
    setAnew(true);
    const undo = () => {
      setEdited(before.edited);
      setAnew(before.anew);
    };
    if (text !== "") toast.show({ text: "The memo is as the figures write it", undo });
  };
  return {
    ...{ text, shown, unsaved, busy, message, save, restore, discard },
    isAnew: anew && unsaved,
    isNewest: shown !== undefined && shown.version === newest,
    version: shown?.version ?? null,
    setText: setEdited,
    open: (version: number) => {
      setOpened(version);
      discard();
    },
  };
}
