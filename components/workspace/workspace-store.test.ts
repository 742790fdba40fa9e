import { describe, expect, it } from "vitest";
import type { StoredPlan } from "@/lib/schemas/stored-plan";
import { examplePlan } from "@/lib/views/testing/example";
import { readChanges, readFigureRef, writeChanges, writeFigureRef } from "./address";
import { createWorkspaceStore } from "./workspace-store";

const growth = "workloads.claims.growth.ratePerYearFraction";
const rate = "options.cloud.rate";

function stored(): StoredPlan {
  const plan = examplePlan("claims-assistant");
  return {
    id: "p",
    version: 1,
    archived: false,
    updatedAt: "2026-11-21T00:00:00Z",
    settingsVersion: 1,
    rowVersions: {},
    canEdit: true,
    plan: {
      ...plan,
      scenarios: [{ id: "cheap", name: "Cheap cloud", changes: [{ path: rate, value: 1.5 }] }],
    },
  };
}

function storeWithFrames() {
  const frames: (() => void)[] = [];
  const store = createWorkspaceStore(
    { stored: stored(), scenarioId: null, overlay: [], view: "cash" },
    (work) => frames.push(work),
  );
  return { store, frames, next: () => frames.splice(0).map((work) => work()) };
}

describe("the workspace store", () => {
  it("runs the engine at once, and then once a frame however many steps follow", () => {
    const { store, frames, next } = storeWithFrames();
    const before = store.get().projection;
    store.setOverlay(growth, 0.61);
    const first = store.get().projection;
    expect(first).not.toBe(before);
    for (const value of [0.62, 0.63]) store.setOverlay(growth, value);
    expect(frames).toHaveLength(1);
    expect(store.get().projection).toBe(first);
    next();
    expect(store.get().overlay).toEqual([{ path: growth, value: 0.63 }]);
    expect(store.get().projection).not.toBe(first);
  });

  it("lays the overlay over the scenario, and starts afresh with another one", () => {
    const { store, next } = storeWithFrames();
    store.setScenario("cheap");
    next();
    const scenario = store.get().projection;
    store.setOverlay(growth, 0.9);
    next();
    const { basePlan, plan, projection } = store.get();
    expect(basePlan.options.find(({ id }) => id === "cloud")).toMatchObject({
      rate: { value: 1.5 },
    });
    expect(plan.options.find(({ id }) => id === "cloud")).toMatchObject({ rate: { value: 1.5 } });
    expect(projection.options[0]?.summary.cash).toBeGreaterThan(
      scenario.options[0]?.summary.cash ?? 0,
    );
    store.setScenario(null);
    next();
    expect(store.get().overlay).toEqual([]);
  });

  it("keeps the projection where only the view changes, and takes a change back", () => {
    const { store, next } = storeWithFrames();
    const { projection } = store.get();
    store.setView("accrual");
    next();
    expect(store.get()).toMatchObject({ view: "accrual", projection });
    store.setOverlay(growth, 0.9);
    store.setOverlay(growth, null);
    next();
    expect(store.get().overlay).toEqual([]);
    expect(store.get().projection).toEqual(projection);
  });

  it("treats an unknown scenario as Base", () => {
    const { store, next } = storeWithFrames();
    store.setScenario("gone");
    next();
    expect(store.get().scenarioId).toBeNull();
  });
});

describe("the address", () => {
  it("holds changes, and drops what it cannot read", () => {
    const changes = [
      { path: growth, value: 0.6 },
      { path: rate, value: 2.5 },
    ];
    expect(readChanges(writeChanges(changes))).toEqual(changes);
    expect(readChanges("options.cloud.rate:abc,:5,options.cloud.rate:,x:1,a.b:1e999")).toEqual([]);
  });

  it("holds a figure with its line, its pair and its months", () => {
    for (const ref of [
      { optionId: "api", measure: "cash" },
      { optionId: "api", measure: "accrual", lineId: "inputTokens.inference" },
      { optionId: "on-premises", measure: "cash", againstId: "cloud", toMonth: 40 },
      { optionId: "api", measure: "costPerMillionTokens", fromMonth: 0, toMonth: 11 },
    ] as const) {
      expect(readFigureRef(writeFigureRef(ref))).toEqual(ref);
    }
    expect(readFigureRef("api~everything")).toBeNull();
    expect(readFigureRef("")).toBeNull();
  });
});
