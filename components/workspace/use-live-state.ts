"use client";

import { type RefObject, useCallback, useRef, useSyncExternalStore } from "react";
import { useWorkspaceStore } from "./workspace-context";
import type { WorkspaceState, WorkspaceStore } from "./workspace-store";

const restOutOfViewMs = 16;

/**
 * Calls back at every change while the element is in view; out of view when the hand rests, so that
 * a slider step pays only for what is seen.
 */
export function followInView(
  store: WorkspaceStore,
  element: RefObject<Element | null>,
  follow: () => void,
): () => void {
  let inView = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame: number | undefined;
  const cancel = () => {
    if (frame !== undefined) cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
  // From the frame on: a step that takes long must reach the screen before this begins.
  const followAtRest = () => {
    frame = requestAnimationFrame(() => {
      timer = setTimeout(follow, restOutOfViewMs);
    });
  };
  const observer = new IntersectionObserver((entries) => {
    inView = entries.at(-1)?.isIntersecting ?? true;
    if (inView) follow();
  });
  if (element.current) observer.observe(element.current);
  const unsubscribe = store.subscribe(() => {
    cancel();
    if (inView) follow();
    else followAtRest();
  });
  return () => {
    observer.disconnect();
    cancel();
    unsubscribe();
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
