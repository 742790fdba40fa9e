"use client";

import { useEffect, useState } from "react";
import {
  listSavedViewsAction,
  removeViewAction,
  saveViewAction,
} from "@/app/(product)/(app)/plans/actions";
import { attempt } from "@/components/plans/attempt";
import { useOrganizationId } from "@/components/shell/organization-context";
import { useToast } from "@/components/ui/toast";
import type { ArrangedTable, SavedView } from "@/lib/schemas/saved-view";

const byName = (a: SavedView, b: SavedView) => a.name.localeCompare(b.name, "en");

/** The signed-in member's own views of a table; null until they have arrived. */
export function useSavedViews(tableId: ArrangedTable) {
  const toast = useToast();
  const madeFor = useOrganizationId();
  const [views, setViews] = useState<readonly SavedView[] | null>(null);
  useEffect(() => {
    let here = true;
    void attempt(() => listSavedViewsAction({ tableId }), "").then((outcome) => {
      if (here) setViews(outcome.ok ? outcome.data : []);
    });
    return () => {
      here = false;
    };
  }, [tableId]);

  const put = (view: SavedView) =>
    setViews((now) => {
      const others = (now ?? []).filter(({ id }) => id !== view.id);
      const rest = view.isDefault ? others.map((one) => ({ ...one, isDefault: false })) : others;
      return [...rest, view].sort(byName);
    });
  const save = async (view: SavedView, done: string) => {
    const outcome = await attempt(() => saveViewAction({ ...view, tableId }, madeFor), "Not saved");
    if (outcome.ok) {
      put(outcome.data);
      toast.show({ text: done });
    }
    return outcome;
  };
  const remove = async (view: SavedView) => {
    const outcome = await attempt(() => removeViewAction({ viewId: view.id }), "Not deleted");
    if (!outcome.ok) return toast.show({ text: outcome.message, tone: "failure" });
    setViews((now) => (now ?? []).filter(({ id }) => id !== view.id));
    toast.show({
      text: `${view.name} deleted`,
      undo: () => save(view, `${view.name} is back`),
    });
  };
  return { views, save, remove };
}

export type SavedViews = ReturnType<typeof useSavedViews>;
