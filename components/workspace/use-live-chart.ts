"use client";

import { type RefObject, useCallback, useMemo, useSyncExternalStore } from "react";
import { type ChartSource, sameWords } from "@/components/charts/chart-source";
import type { ChartView } from "@/lib/views/types";
import { followInView } from "./use-live-state";
import { useWorkspaceStore } from "./workspace-context";
import type { WorkspaceState, WorkspaceStore } from "./workspace-store";

type Make = (state: WorkspaceState) => ChartView | null;

export type LiveChart = {
  /** As React last showed it: its words are current, its numbers may be a step behind. */
  readonly chart: ChartView | null;
  readonly source: ChartSource;
};

/**
 * A chart of the workspace that follows every slider step on its canvas. React renders only when
 * the words around the canvas change, or at every step where the numbers are shown as a table.
 */
export function useLiveChart(
  element: RefObject<Element | null>,
  make: Make,
  { asTable }: { readonly asTable: boolean },
): LiveChart {
  const store = useWorkspaceStore();
  const live = useMemo(() => createLiveChart(store, make), [store, make]);
  const subscribe = useCallback(
    (notify: () => void) =>
      followInView(store, element, () => {
        if (live.follow(asTable)) notify();
      }),
    [store, element, live, asTable],
  );
  const chart = useSyncExternalStore(subscribe, live.read, live.read);
  return { chart, source: live.source };
}

function createLiveChart(store: WorkspaceStore, make: Make) {
  let state = store.get();
  let latest = make(state);
  let shown = latest;
  const followers = new Set<() => void>();
  const source: ChartSource = {
    latest: () => latest,
    onStep(follow) {
      followers.add(follow);
      return () => followers.delete(follow);
    },
  };
  return {
    source,
    read: () => shown,
    /** True where React has to render. */
    follow(everyStep: boolean): boolean {
      if (state !== store.get()) {
        state = store.get();
        latest = make(state);
      }
      if (latest === shown) return false;
      if (latest && shown && !everyStep && sameWords(latest, shown)) {
        for (const follow of followers) follow();
        return false;
      }
      shown = latest;
      return true;
    },
  };
}
