"use client";

import { type RefObject, useCallback, useRef, useSyncExternalStore } from "react";
import { whenSeen } from "@/components/charts/when-seen";
import { useWorkspaceStore } from "./workspace-context";
import type { WorkspaceState, WorkspaceStore } from "./workspace-store";

/** Calls back at every change, a moment late while the element is out of view. */
export function followInView(
  store: WorkspaceStore,
  element: RefObject<Element | null>,
  follow: () => void,
): () => void {
  const seen = whenSeen(element.current, follow);
  const unsubscribe = store.subscribe(seen.ask);
  return () => {
    unsubscribe();
    seen.stop();
  };
}

/** The workspace for what is drawn by React: current in view, a moment late out of it. */
export function useLiveState(element: RefObject<Element | null>): WorkspaceState {
  const store = useWorkspaceStore();
  const held = useRef(store.get());
  const subscribe = useCallback(
    (notify: () => void) =>
      followInView(store, element, () => {
        if (held.current === store.get()) return;
        held.current = store.get();
        notify();
      }),
    [store, element],
  );
  const read = () => held.current;
  return useSyncExternalStore(subscribe, read, read);
}

/** The workspace once no change has come for a moment: for what is too slow to follow a drag. */
export function useRestedState(restMs: number): { state: WorkspaceState; current: boolean } {
  const store = useWorkspaceStore();
  const held = useRef({ state: store.get(), current: true });
  const subscribe = useCallback(
    (notify: () => void) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const hold = (current: boolean) => {
        held.current = current
          ? { state: store.get(), current }
          : { state: held.current.state, current };
        notify();
      };
      const unsubscribe = store.subscribe(() => {
        clearTimeout(timer);
        timer = setTimeout(() => hold(true), restMs);
        if (held.current.current) hold(false);
      });
      if (held.current.state !== store.get()) hold(true);
      return () => {
        clearTimeout(timer);
        unsubscribe();
      };
    },
    [store, restMs],
  );
  const read = () => held.current;
  return useSyncExternalStore(subscribe, read, read);
}
