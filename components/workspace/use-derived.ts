"use client";

import { useMemo, useSyncExternalStore } from "react";
import { useWorkspaceStore } from "./workspace-context";
import type { WorkspaceState, WorkspaceStore } from "./workspace-store";

/** What is made from the workspace, the same object for as long as it reads the same. */
export function useDerived<Value>(
  make: (state: WorkspaceState) => Value,
  same: (a: Value, b: Value) => boolean,
): Value {
  const store = useWorkspaceStore();
  const read = useMemo(() => reader(store, make, same), [store, make, same]);
  return useSyncExternalStore(store.subscribe, read, read);
}

function reader<Value>(
  store: WorkspaceStore,
  make: (state: WorkspaceState) => Value,
  same: (a: Value, b: Value) => boolean,
): () => Value {
  let state = store.get();
  let value = make(state);
  return () => {
    if (state !== store.get()) {
      state = store.get();
      const next = make(state);
      if (!same(next, value)) value = next;
    }
    return value;
  };
}
