"use client";

import { usePathname } from "next/navigation";
import { useQueryStates } from "nuqs";
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import type { StoredPlan } from "@/lib/schemas/stored-plan";
import { workspaceParsers } from "./address-parsers";
import {
  createWorkspaceStore,
  sameAddress,
  type WorkspaceAddress,
  type WorkspaceState,
  type WorkspaceStore,
} from "./workspace-store";

const WorkspaceContext = createContext<WorkspaceStore | null>(null);

const restBeforeWritingMs = 700;
const plainAddress: WorkspaceAddress = { scenarioId: null, overlay: [], view: "cash" };

const nextFrame = (work: () => void) => {
  requestAnimationFrame(work);
};

/** True where a link leads to one input of the tab. */
const namesField = () => new URLSearchParams(window.location.search).has("field");

/** Holds the plan on screen and keeps it and the address in step. */
export function WorkspaceProvider({
  stored,
  children,
}: {
  readonly stored: StoredPlan;
  readonly children: ReactNode;
}) {
  const [query, setQuery] = useQueryStates(workspaceParsers, { history: "replace" });
  const address = { scenarioId: query.scenario, overlay: query.set, view: query.view };
  const [store] = useState(() => createWorkspaceStore({ stored, ...address }, nextFrame));
  const written = useRef<WorkspaceAddress>(address);
  const pathname = usePathname();
  const place = useRef(pathname);
  const pending = useRef<ReturnType<typeof setTimeout>>(undefined);

  useLayoutEffect(() => store.setStored(stored), [store, stored]);

  // The address changed from outside (back, a link): follow it, unless a change of ours is on its
  // way. A link to another tab or to an input that names nothing keeps what is on screen.
  useEffect(() => {
    const next = { scenarioId: query.scenario, overlay: query.set, view: query.view };
    const moved = place.current !== pathname;
    place.current = pathname;
    if (pending.current !== undefined || sameAddress(next, written.current)) return;
    if ((moved || namesField()) && sameAddress(next, plainAddress)) {
      const { scenarioId, overlay, view } = store.get();
      void setQuery({ scenario: scenarioId, set: [...overlay], view });
      return;
    }
    written.current = next;
    store.setAddress(next);
  }, [store, setQuery, pathname, query.scenario, query.set, query.view]);

  // Written when the hand rests: the router renders on every write, and a drag has no time for it.
  useEffect(() => {
    const write = () => {
      pending.current = undefined;
      const { scenarioId, overlay, view } = store.get();
      written.current = { scenarioId, overlay, view };
      void setQuery({ scenario: scenarioId, set: [...overlay], view });
    };
    const unsubscribe = store.subscribe(() => {
      if (sameAddress(store.get(), written.current)) return;
      clearTimeout(pending.current);
      pending.current = setTimeout(write, restBeforeWritingMs);
    });
    return () => {
      unsubscribe();
      clearTimeout(pending.current);
    };
  }, [store, setQuery]);

  return <WorkspaceContext.Provider value={store}>{children}</WorkspaceContext.Provider>;
}

export function useWorkspaceStore(): WorkspaceStore {
  const store = useContext(WorkspaceContext);
  if (!store) throw new Error("A part of the workspace stands outside its WorkspaceProvider.");
  return store;
}

/** Reads, when asked, which scenario is on screen and whether what-if changes are: for a file's name. */
export function useScenarioNames(): () => readonly string[] {
  const store = useContext(WorkspaceContext);
  return () => {
    if (!store) return [];
    const { scenarioId, overlay, stored } = store.get();
    const scenario = stored.plan.scenarios.find(({ id }) => id === scenarioId);
    return [...(scenario ? [scenario.name] : []), ...(overlay.length > 0 ? ["what-if"] : [])];
  };
}

/** Renders again only when what is selected changes. */
export function useWorkspaceValue<Value>(select: (state: WorkspaceState) => Value): Value {
  const store = useWorkspaceStore();
  const read = () => select(store.get());
  return useSyncExternalStore(store.subscribe, read, read);
}
