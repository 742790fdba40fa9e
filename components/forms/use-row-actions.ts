"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useToast } from "@/components/ui/toast";
import type { Body } from "@/lib/schemas/merge";
import type { RowToSave } from "./use-row-editor";
import type { Outcome } from "./use-save";

type RowOfPlan = { readonly planId: string; readonly rowId: string };
type Answer = Promise<Outcome<unknown>>;

export type RowDoors = {
  readonly save: (input: RowToSave) => Answer;
  readonly remove: (input: RowOfPlan) => Answer;
  readonly restore: (input: RowOfPlan) => Answer;
};

const lostConnection = "No connection, so nothing was changed. Try again when it is back.";

/** Delete with undo, and duplicate: one at a time, so that a double press has one effect. */
export function useRowActions(planId: string, doors: RowDoors) {
  const router = useRouter();
  const toast = useToast();
  const running = useRef(false);
  const [busy, setBusy] = useState(false);

  async function run(action: () => Answer, said: () => { text: string; undo?: () => unknown }) {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    try {
      const outcome = await action();
      toast.show(outcome.ok ? said() : { text: outcome.message, tone: "failure" });
      if (!outcome.ok) router.refresh();
    } catch {
      toast.show({ text: lostConnection, tone: "failure" });
    } finally {
      running.current = false;
      setBusy(false);
    }
  }

  const restore = (rowId: string, name: string) =>
    run(
      () => doors.restore({ planId, rowId }),
      () => ({ text: `${name} is back.` }),
    );
  const remove = (rowId: string, name: string) =>
    run(
      () => doors.remove({ planId, rowId }),
      () => ({ text: `${name} deleted.`, undo: () => restore(rowId, name) }),
    );
  const add = (body: Body & { readonly id: string; readonly name: string }) =>
    run(
      () => doors.save({ planId, expectedVersion: null, body }),
      () => ({ text: `${body.name} added.`, undo: () => remove(body.id, body.name) }),
    );
  return { busy, remove, add };
}
