"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useToast } from "@/components/ui/toast";
import type { Body } from "@/lib/schemas/merge";
import { isRecord } from "@/lib/schemas/walk";
import type { RowToSave, StoredRow } from "./use-row-editor";
import type { Outcome } from "./use-save";

type RowOfPlan = { readonly planId: string; readonly rowId: string };
type Answer = Promise<Outcome<unknown>>;

export type RowDoors = {
  readonly save: (input: RowToSave) => Answer;
  readonly remove: (input: RowOfPlan) => Answer;
  readonly restore: (input: RowOfPlan) => Answer;
};

const lostConnection = "No connection, so nothing was changed. Try again when it is back.";

/** The version that a save answers with. */
const versionOf = (saved: unknown) =>
  isRecord(saved) && typeof saved.rowVersion === "number" ? saved.rowVersion : null;

/** Delete with undo, change with undo, and duplicate: one at a time, so that a double press has one effect. */
export function useRowActions(planId: string, doors: RowDoors) {
  const router = useRouter();
  const toast = useToast();
  const running = useRef(false);
  const [busy, setBusy] = useState(false);

  async function run(
    action: () => Answer,
    said: (data: unknown) => { text: string; undo?: () => unknown },
  ): Promise<boolean> {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    try {
      const outcome = await action();
      toast.show(outcome.ok ? said(outcome.data) : { text: outcome.message, tone: "failure" });
      if (!outcome.ok) router.refresh();
      return outcome.ok;
    } catch {
      toast.show({ text: lostConnection, tone: "failure" });
      return false;
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
  /** Another body in the place of one; its undo puts the former back, whatever version it has by then. */
  const change = (
    from: StoredRow,
    to: Body & { readonly id: string },
    said: string,
  ): Promise<boolean> =>
    run(
      () => doors.save({ planId, expectedVersion: from.version, body: to }),
      (saved) => ({
        text: said,
        undo: () =>
          run(
            () => doors.save({ planId, expectedVersion: versionOf(saved), body: from.body }),
            () => ({ text: "It is as it was." }),
          ),
      }),
    );
  return { busy, remove, add, change };
}
