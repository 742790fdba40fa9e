import { applyChanges, project } from "@/lib/engine";
import type { Projection, View } from "@/lib/engine/types";
import type { Plan } from "@/lib/schemas/plan";
import type { Change } from "@/lib/schemas/scenario";
import type { StoredPlan } from "@/lib/schemas/stored-plan";

/** What of the workspace stands in the address. */
export type WorkspaceAddress = {
  readonly scenarioId: string | null;
  readonly overlay: readonly Change[];
  readonly view: View;
};

export type WorkspaceState = WorkspaceAddress & {
  readonly stored: StoredPlan;
  /** The plan with the chosen scenario applied: what a slider is reset to. */
  readonly basePlan: Plan;
  /** With the what-if overlay on top. */
  readonly plan: Plan;
  readonly projection: Projection;
};

export type WorkspaceStore = {
  get(): WorkspaceState;
  subscribe(listener: () => void): () => void;
  /** Null takes the change back. The engine runs at once, and then once a frame however many follow. */
  setOverlay(path: string, value: number | null): void;
  clearOverlay(): void;
  setScenario(scenarioId: string | null): void;
  setView(view: View): void;
  setAddress(address: WorkspaceAddress): void;
  setStored(stored: StoredPlan): void;
};

type Inputs = WorkspaceAddress & { readonly stored: StoredPlan };

/** Runs `work` before the next paint. */
export type NextFrame = (work: () => void) => void;

/**
 * The plan on screen, outside React: a slider step changes it and tells only those who draw it,
 * so that no tree is rendered again for a number.
 */
export function createWorkspaceStore(initial: Inputs, nextFrame: NextFrame): WorkspaceStore {
  const listeners = new Set<() => void>();
  let inputs = initial;
  let state = derive(initial, null);
  let frameTaken = false;
  let waiting = false;

  const commit = () => {
    if (inputs.stored === state.stored && sameAddress(inputs, state)) return;
    state = derive(inputs, state);
    for (const listener of listeners) listener();
  };
  const change = (next: Partial<Inputs>) => {
    inputs = { ...inputs, ...next };
    if (frameTaken) {
      waiting = true;
      return;
    }
    frameTaken = true;
    nextFrame(() => {
      frameTaken = false;
      if (waiting) commit();
      waiting = false;
    });
    commit();
  };

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setOverlay: (path, value) => change({ overlay: withChange(inputs.overlay, path, value) }),
    clearOverlay: () => change({ overlay: [] }),
    setScenario: (scenarioId) => change({ scenarioId, overlay: [] }),
    setView: (view) => change({ view }),
    setAddress: (address) => change(address),
    setStored: (stored) => change({ stored }),
  };
}

function withChange(
  overlay: readonly Change[],
  path: string,
  value: number | null,
): readonly Change[] {
  const others = overlay.filter((change) => change.path !== path);
  return value === null ? others : [...others, { path, value }];
}

export function sameAddress(a: WorkspaceAddress, b: WorkspaceAddress): boolean {
  return a.scenarioId === b.scenarioId && a.view === b.view && sameChanges(a.overlay, b.overlay);
}

function sameChanges(a: readonly Change[], b: readonly Change[]): boolean {
  return (
    a === b ||
    (a.length === b.length &&
      a.every(({ path, value }, index) => path === b[index]?.path && value === b[index]?.value))
  );
}

/** Each step is kept while what it is made from stays the same. */
function derive(inputs: Inputs, before: WorkspaceState | null): WorkspaceState {
  const { stored, overlay } = inputs;
  const scenario = stored.plan.scenarios.find(({ id }) => id === inputs.scenarioId);
  const scenarioId = scenario?.id ?? null;
  const sameBase = before?.stored === stored && before.scenarioId === scenarioId;
  const basePlan = sameBase ? before.basePlan : applyChanges(stored.plan, scenario?.changes ?? []);
  const samePlan = sameBase && sameChanges(before.overlay, overlay);
  const plan = samePlan ? before.plan : applyChanges(basePlan, overlay);
  const projection = samePlan ? before.projection : project(plan);
  return { ...inputs, scenarioId, basePlan, plan, projection };
}
