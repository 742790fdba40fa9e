import { describe, expect, it } from "vitest";
import { testPlan } from "@/lib/testing/plan";
import { match } from "./match";
import { entriesOf, findEntries } from "./palette-entries";

const plan = testPlan();
const stored = {
  id: "p1",
  version: 1,
  archived: false,
  updatedAt: "2026-11-21T00:00:00Z",
  settingsVersion: 1,
  rowVersions: {},
  canEdit: true,
  plan,
};
const entries = entriesOf({ planId: "p1", canRun: () => true }, stored, [
  { id: "p1", name: plan.name, archived: false },
  { id: "p2", name: "Another plan", archived: true },
]);
const labels = (query: string, recent: readonly string[] = []) =>
  findEntries(entries, query, recent).flatMap(({ items }) => items.map(({ label }) => label));

describe("match", () => {
  it("needs every word, in label or keywords, and says where", () => {
    expect(match("pri pow", "Power price")?.ranges).toEqual([
      [0, 3],
      [6, 9],
    ]);
    expect(match("power nothing", "Power price")).toBeNull();
    expect(match("assum", "Power price", "Assumptions")?.ranges).toEqual([]);
  });

  it("puts the start of a name before the inside of one, and short before long", () => {
    const score = (query: string, label: string) => match(query, label)?.score ?? Number.NaN;
    expect(score("opt", "Options")).toBeLessThan(score("opt", "Adopted"));
    expect(score("power price", "Power price")).toBeLessThan(
      score("power price", "Power price change"),
    );
  });

  it("joins ranges that touch", () => {
    expect(match("pow ower", "Power")?.ranges).toEqual([[0, 5]]);
  });
});

describe("the palette", () => {
  it("opens an input by its name, at its field", () => {
    const [group] = findEntries(entries, "power price", []);
    expect(group?.items[0]).toMatchObject({
      label: "Power price",
      detail: "Assumptions",
      href: "/plans/p1/assumptions?field=assumptions.powerPrice",
    });
  });

  it("finds rows, scenarios, other plans and actions", () => {
    expect(labels(plan.options[0]?.name ?? "")).toContain(plan.options[0]?.name);
    expect(labels(plan.scenarios[0]?.name ?? "")).toContain(plan.scenarios[0]?.name);
    expect(labels("another")).toContain("Another plan");
    expect(labels("duplicate")).toContain("Duplicate this plan");
  });

  it("shows what was used last first, and inputs only when asked for", () => {
    const [first, ...rest] = findEntries(entries, "", ["sign-out", "gone"]);
    expect(first).toMatchObject({ value: "Recent", items: [{ label: "Sign out" }] });
    expect(rest.some(({ value }) => value === "Inputs")).toBe(false);
  });

  it("has ids of its own for every line", () => {
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  });
});
