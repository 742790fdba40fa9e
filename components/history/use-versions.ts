"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { restoreVersionAction, undoChangeAction } from "@/app/(product)/(app)/plans/actions";
import { useToast } from "@/components/ui/toast";

type Version = { readonly planId: string; readonly version: number };

/** Undo and restore: one at a time, each a new version that can be undone in turn. */
export function useVersions(planId: string) {
  const router = useRouter();
  const toast = useToast();
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  /** Why an undo waits for a second word, by its version. */
  const [asked, setAsked] = useState<{ readonly version: number; readonly why: string } | null>(
    null,
  );

  async function run(
    send: (input: Version) => ReturnType<typeof undoChangeAction>,
    version: number,
    said: (made: number) => string,
  ) {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    try {
      const outcome = await send({ planId, version });
      if (outcome.ok) {
        const made = outcome.data.planVersion;
        setAsked(null);
        toast.show({ text: said(made), undo: () => void undo(made) });
      } else if (outcome.code === "CONFLICT") setAsked({ version, why: outcome.message });
      else toast.show({ text: outcome.message, tone: "failure" });
      router.refresh();
    } catch {
      toast.show({ text: "No connection, so nothing was changed.", tone: "failure" });
    } finally {
      running.current = false;
      setBusy(false);
    }
  }
  const undo = (version: number, anyway = false) =>
    run(
      (input) => undoChangeAction({ ...input, ...(anyway && { anyway }) }),
      version,
      (made) => `Version ${version} undone, as version ${made}.`,
    );
  const restore = (version: number) =>
    run(restoreVersionAction, version, (made) => `Version ${version} is back, as version ${made}.`);
  return { busy, asked, undo, restore, keep: () => setAsked(null) };
}
