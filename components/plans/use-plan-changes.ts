"use client";

import { startTransition, useOptimistic } from "react";
import {
  archivePlanAction,
  duplicatePlanAction,
  removePlanAction,
  renamePlanAction,
  restorePlanAction,
  unarchivePlanAction,
} from "@/app/(product)/(app)/plans/actions";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/adapters/action-result";
import type { ListedPlan } from "@/lib/views/plan-list";
import { attempt } from "./attempt";
import { newId } from "./new-id";

type Change = {
  /** What the list shows until the server has answered. */
  readonly shown: (plans: readonly ListedPlan[]) => readonly ListedPlan[];
  readonly send: () => Promise<ActionResult<unknown>>;
  readonly done?: string;
  readonly failed: string;
  readonly undo?: () => unknown;
};

const changed = (id: string, part: Partial<ListedPlan>) => (plans: readonly ListedPlan[]) =>
  plans.map((plan) => (plan.id === id ? { ...plan, ...part } : plan));

/** What can be done to a plan from the list: shown at once, undone from the toast, put back on failure. */
export function usePlanChanges(held: readonly ListedPlan[]) {
  const toast = useToast();
  const [plans, show] = useOptimistic(held, (now, change: Change["shown"]) => change(now));

  const run = ({ shown, send, done, failed, undo }: Change) =>
    startTransition(async () => {
      show(shown);
      const outcome = await attempt(send, failed);
      if (!outcome.ok) toast.show({ text: outcome.message, tone: "failure" });
      else if (done) toast.show({ text: done, ...(undo && { undo }) });
    });

  const changes = {
    rename: (plan: ListedPlan, name: string) =>
      run({
        shown: changed(plan.id, { name }),
        send: () => renamePlanAction({ planId: plan.id, name }),
        failed: `${plan.name} was not renamed`,
      }),
    duplicate: (plan: ListedPlan) => {
      const id = newId();
      run({
        shown: (now) => now,
        send: () => duplicatePlanAction({ planId: plan.id, id }),
        done: `${plan.name} duplicated`,
        failed: `${plan.name} was not duplicated`,
        undo: () => run(removal({ ...plan, id })),
      });
    },
    archive: (plan: ListedPlan) =>
      run({
        shown: changed(plan.id, { archived: true }),
        send: () => archivePlanAction({ planId: plan.id }),
        done: `${plan.name} archived`,
        failed: `${plan.name} was not archived`,
        undo: () => changes.unarchive(plan),
      }),
    unarchive: (plan: ListedPlan) =>
      run({
        shown: changed(plan.id, { archived: false }),
        send: () => unarchivePlanAction({ planId: plan.id }),
        done: `${plan.name} is back among the plans`,
        failed: `${plan.name} stays archived`,
      }),
    remove: (plan: ListedPlan) =>
      run({
        ...removal(plan),
        done: `${plan.name} deleted`,
        undo: () =>
          run({
            shown: (now) => (now.some(({ id }) => id === plan.id) ? now : [plan, ...now]),
            send: () => restorePlanAction({ planId: plan.id }),
            done: `${plan.name} is back`,
            failed: `${plan.name} was not brought back`,
          }),
      }),
  };
  return { plans, changes };
}

const removal = (plan: ListedPlan): Change => ({
  shown: (now) => now.filter(({ id }) => id !== plan.id),
  send: () => removePlanAction({ planId: plan.id }),
  failed: `${plan.name} was not deleted`,
});

export type PlanChanges = ReturnType<typeof usePlanChanges>["changes"];
