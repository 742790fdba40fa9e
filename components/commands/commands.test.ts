import { describe, expect, it } from "vitest";
import { commands, hrefOf, isOffered } from "./commands";

const keys = commands.flatMap(({ shortcut }) => (shortcut ? [shortcut] : []));

describe("the registry of commands", () => {
  it("names each command once, with words to show", () => {
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
    expect(new Set(commands.map(({ label }) => label)).size).toBe(commands.length);
    for (const { label } of commands) expect(label).toMatch(/^[A-Z][^.!?]+$/);
  });

  it("gives no two commands the same keys, and none that begin another's", () => {
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(keys.filter((other) => other.startsWith(`${key} `))).toEqual([]);
  });

  it("offers a page of a plan only while a plan is open", () => {
    const projection = commands.find(({ id }) => id === "projection");
    if (!projection?.href) throw new Error("there is no command for the projection");
    const place = { canRun: () => false };
    expect(isOffered(projection, { ...place, planId: null })).toBe(false);
    expect(isOffered(projection, { ...place, planId: "p1" })).toBe(true);
    expect(hrefOf(projection.href, "p1")).toBe("/plans/p1/projection");
  });

  it("offers what a part of the screen runs only while that part is there", () => {
    const runs = commands.filter(({ href }) => !href);
    expect(runs.length).toBeGreaterThan(10);
    for (const command of runs) {
      expect(isOffered(command, { planId: "p1", canRun: () => false })).toBe(false);
      expect(isOffered(command, { planId: null, canRun: (id) => id === command.id })).toBe(true);
    }
  });
});
