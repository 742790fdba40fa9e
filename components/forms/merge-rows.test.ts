import { describe, expect, it } from "vitest";
import { mergeRows, sameData } from "./merge-rows";

const figure = (value: number | null, source?: string) => ({
  value,
  evidence: "assumed",
  ...(source ? { source } : {}),
});
const base = {
  name: "Cloud",
  rate: figure(3),
  staffFte: figure(1),
  growth: { kind: "compound", ratePerYearFraction: figure(0.6) },
};

describe("mergeRows", () => {
  it("keeps mine and takes theirs where different fields changed", () => {
    const mine = { ...base, rate: figure(2) };
    const theirs = { ...base, staffFte: figure(2) };
    expect(mergeRows(base, mine, theirs)).toEqual({
      merged: { ...base, rate: figure(2), staffFte: figure(2) },
      clashes: [],
      taken: ["staffFte"],
    });
  });

  it("asks about a figure that both changed, as a whole, and keeps mine until answered", () => {
    const mine = { ...base, rate: figure(2) };
    const theirs = { ...base, rate: figure(4, "a quote") };
    const merge = mergeRows(base, mine, theirs);
    expect(merge.clashes).toEqual([
      { path: "rate", mine: figure(2), theirs: figure(4, "a quote") },
    ]);
    expect(merge.merged).toEqual(mine);
  });

  it("treats a curve of another kind as one value", () => {
    const mine = { ...base, growth: { kind: "linear", addedPerYearFraction: figure(1) } };
    const theirs = { ...base, growth: { kind: "compound", ratePerYearFraction: figure(0.4) } };
    expect(mergeRows(base, mine, theirs).clashes.map((clash) => clash.path)).toEqual(["growth"]);
  });

  it("follows a field that one of us removed or added", () => {
    const withNotes = { ...base, notes: "was here" };
    expect(mergeRows(withNotes, withNotes, base).merged).toEqual(base);
    expect(mergeRows(base, { ...base, notes: "mine" }, base).merged).toEqual({
      ...base,
      notes: "mine",
    });
  });
});

it("compares data by content", () => {
  expect(sameData({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] })).toBe(true);
  expect(sameData({ a: undefined }, {})).toBe(true);
  expect(sameData([1], { 0: 1 })).toBe(false);
});
