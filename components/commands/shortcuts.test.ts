import { describe, expect, it } from "vitest";
import type { Command } from "./commands";
import { keyCaps, keyOf, noneBefore, press } from "./shortcuts";

const command = (id: string, shortcut: string): Command => ({
  id,
  label: id,
  group: "Actions",
  shortcut,
});
const offered = [command("plans", "g p"), command("new", "n"), command("palette", "mod+k")];
const bare = { ctrlKey: false, metaKey: false, altKey: false };

function pressAll(keys: readonly string[], gapMs = 100): readonly (string | null)[] {
  let pressed = noneBefore;
  return keys.map((key, index) => {
    const next = press(offered, pressed, { key, at: 5000 + index * gapMs });
    pressed = next.pressed;
    return next.command?.id ?? null;
  });
}

describe("press", () => {
  it("finds single keys and keys one after another", () => {
    expect(pressAll(["n"])).toEqual(["new"]);
    expect(pressAll(["g", "p"])).toEqual([null, "plans"]);
  });

  it("starts again after a key that leads nowhere, and lets that key begin", () => {
    expect(pressAll(["g", "x", "p"])).toEqual([null, null, null]);
    expect(pressAll(["g", "g", "p"])).toEqual([null, null, "plans"]);
    expect(pressAll(["g", "n"])).toEqual([null, "new"]);
  });

  it("forgets a first key after a rest", () => {
    expect(pressAll(["g", "p"], 3000)).toEqual([null, null]);
  });
});

describe("keyOf", () => {
  it("names letters, and Ctrl or Cmd with them", () => {
    expect(keyOf({ ...bare, key: "?" })).toBe("?");
    expect(keyOf({ ...bare, key: "K", ctrlKey: true })).toBe("mod+k");
    expect(keyOf({ ...bare, key: "k", metaKey: true })).toBe("mod+k");
    expect(keyOf({ ...bare, key: "Enter" })).toBeNull();
  });

  it("reads a bracket that AltGr or Option writes, and no menu key", () => {
    const altGr = { ctrlKey: true, metaKey: false, altKey: true };
    expect(keyOf({ ...altGr, key: "[", getModifierState: () => true })).toBe("[");
    expect(keyOf({ ...bare, altKey: true, key: "[" })).toBe("[");
    expect(keyOf({ ...bare, altKey: true, key: "f" })).toBeNull();
  });
});

it("shows keys as they stand on the keyboard", () => {
  expect(keyCaps("mod+k", false)).toEqual(["Ctrl", "K"]);
  expect(keyCaps("mod+k", true)).toEqual(["⌘", "K"]);
  expect(keyCaps("g p", false)).toEqual(["g", "p"]);
});
