import { describe, expect, it } from "vitest";
import { freeName } from "./plan-names";

describe("freeName", () => {
  it("leaves a name that nobody has, and counts on from one that somebody has", () => {
    expect(freeName("Claims", new Set())).toBe("Claims");
    expect(freeName("Claims", new Set(["Claims"]))).toBe("Claims (2)");
    expect(freeName("Claims", new Set(["Claims", "Claims (2)"]))).toBe("Claims (3)");
    expect(freeName("Claims (2)", new Set(["Claims", "Claims (2)"]))).toBe("Claims (3)");
  });

  it("fits, and is not cut through a character", () => {
    const long = "x".repeat(80);
    expect(freeName(long, new Set([long]))).toBe(`${"x".repeat(76)} (2)`);
    const split = `${"x".repeat(75)}\u{1F4C8}yyy`;
    expect(freeName(split, new Set([split]))).toBe(`${"x".repeat(75)} (2)`);
  });
});
