import { describe, expect, it } from "vitest";
import { keepTyped, type TypedEarly } from "./typed-early";

function press(key: string, ctrlKey = false) {
  let kept = false;
  return {
    key,
    ctrlKey,
    metaKey: false,
    altKey: false,
    preventDefault: () => {
      kept = true;
    },
    isPrevented: () => kept,
  };
}

describe("keepTyped", () => {
  it("keeps the letters in their order, so that none is a shortcut", () => {
    const typed: TypedEarly = { current: "" };
    const events = [..."new plan"].map((letter) => press(letter));
    expect(events.every((event) => keepTyped(event, typed))).toBe(true);
    expect(typed.current).toBe("new plan");
    expect(events.every((event) => event.isPrevented())).toBe(true);
  });

  it("leaves alone what is no letter, and everything once the field is there", () => {
    const typed: TypedEarly = { current: "" };
    expect(keepTyped(press("Escape"), typed)).toBe(false);
    expect(keepTyped(press("k", true), typed)).toBe(false);
    expect(keepTyped(press("n"), { current: null })).toBe(false);
    expect(typed.current).toBe("");
  });
});
