import { describe, expect, it } from "vitest";
import { hasSource, tidied, typedOver, withSourceOf } from "./provenance";

const quoted = {
  value: 318_400,
  low: 300_000,
  high: 330_000,
  evidence: "quoted",
  source: "Fennmark Q-2291",
  url: "https://example.com/q",
  date: "2026-11-12",
} as const;

describe("typedOver", () => {
  it("makes a typed number an assumption without the old source", () => {
    expect(typedOver(quoted, 310_000)).toEqual({
      value: 310_000,
      low: 300_000,
      high: 330_000,
      evidence: "assumed",
    });
  });

  it("drops a note about the old source, and keeps a person's own reason", () => {
    const noted = { ...quoted, note: "For 8 of them." };
    expect(typedOver(noted, 310_000)).not.toHaveProperty("note");
    const chosen = { value: 1, evidence: "assumed", note: "As in 2025." } as const;
    expect(typedOver(chosen, 2)).toMatchObject({ value: 2, note: "As in 2025." });
  });

  it("drops a range that the number left", () => {
    expect(typedOver(quoted, 400_000)).toEqual({ value: 400_000, evidence: "assumed" });
  });

  it("gives back the sourced figure when the old number returns", () => {
    expect(typedOver(quoted, 318_400)).toBe(quoted);
  });

  it("makes an emptied field unpriced", () => {
    expect(typedOver(quoted, null)).toEqual({ value: null, evidence: "assumed" });
  });
});

describe("withSourceOf", () => {
  it("keeps source, class and date for a corrected number", () => {
    const corrected = withSourceOf(quoted, typedOver(quoted, 318_500));
    expect(corrected).toEqual({ ...quoted, value: 318_500 });
  });
});

it("tells a sourced figure from a bare assumption", () => {
  expect(hasSource(quoted)).toBe(true);
  expect(hasSource({ value: 1, evidence: "assumed" })).toBe(false);
});

it("leaves out emptied fields but never the value", () => {
  expect(tidied({ value: null, evidence: "assumed", source: "", note: "why" })).toEqual({
    value: null,
    evidence: "assumed",
    note: "why",
  });
});
