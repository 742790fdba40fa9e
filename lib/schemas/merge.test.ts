import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Body, mergeBodies, sameData, valueAt, withValueAt } from "./merge";

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

describe("mergeBodies", () => {
  it("keeps mine and takes theirs where different fields changed", () => {
    const mine = { ...base, rate: figure(2) };
    const theirs = { ...base, staffFte: figure(2) };
    expect(mergeBodies(base, mine, theirs)).toEqual({
      merged: { ...base, rate: figure(2), staffFte: figure(2) },
      clashes: [],
      taken: ["staffFte"],
    });
  });

  it("asks about a figure that both changed, as a whole, and keeps mine until answered", () => {
    const mine = { ...base, rate: figure(2) };
    const theirs = { ...base, rate: figure(4, "a quote") };
    const merge = mergeBodies(base, mine, theirs);
    expect(merge.clashes).toEqual([
      { path: "rate", mine: figure(2), theirs: figure(4, "a quote") },
    ]);
    expect(merge.merged).toEqual(mine);
  });

  it("treats a curve of another kind as one value", () => {
    const mine = { ...base, growth: { kind: "linear", addedPerYearFraction: figure(1) } };
    const theirs = { ...base, growth: { kind: "compound", ratePerYearFraction: figure(0.4) } };
    expect(mergeBodies(base, mine, theirs).clashes.map((clash) => clash.path)).toEqual(["growth"]);
  });

  it("follows a field that one of us removed or added", () => {
    const withNotes = { ...base, notes: "was here" };
    expect(mergeBodies(withNotes, withNotes, base).merged).toEqual(base);
    expect(mergeBodies(base, { ...base, notes: "mine" }, base).merged).toEqual({
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

const throughput = (workloadId: string, rate: number) => ({
  workloadId,
  basis: "combined",
  outputTokensPerSecond: figure(rate),
});

it("tells rows of a list apart by their names, and takes a list without names as one value", () => {
  const was = { throughput: [throughput("a", 1), throughput("b", 2)], season: [1, 1] };
  const mine = { ...was, throughput: [throughput("a", 5), throughput("b", 2)], season: [2, 1] };
  const theirs = { ...was, throughput: [throughput("a", 1), throughput("b", 7)], season: [1, 3] };
  const { merged, clashes } = mergeBodies(was, mine, theirs);
  expect(merged.throughput).toEqual([throughput("a", 5), throughput("b", 7)]);
  expect(clashes).toEqual([{ path: "season", mine: [2, 1], theirs: [1, 3] }]);
});

it("reads and writes by path", () => {
  const body = { ...base, throughput: [throughput("a", 1)] };
  const path = "throughput.a.outputTokensPerSecond";
  expect(valueAt(withValueAt(body, path, figure(9)), path)).toEqual(figure(9));
  expect(withValueAt(body, "throughput.b.outputTokensPerSecond", figure(9))).toEqual(body);
  expect(withValueAt(body, "name", undefined)).not.toHaveProperty("name");
  expect(valueAt(body, "constructor")).toBeUndefined();
});

describe("any merge", () => {
  const fields = ["name", "notes", "rate", "staffFte", "growth", "season"] as const;
  const arbitraryValue = fc.oneof(
    fc.constant(undefined),
    fc.string(),
    fc.array(fc.integer(), { maxLength: 3 }),
    fc.integer().map((value) => figure(value)),
    fc.integer().map((value) => ({ kind: "compound", ratePerYearFraction: figure(value) })),
    fc.integer().map((value) => ({ kind: "linear", addedPerYearFraction: figure(value) })),
  );
  const arbitraryBody: fc.Arbitrary<Body> = fc
    .tuple(...fields.map(() => arbitraryValue))
    .map((values) =>
      Object.fromEntries(
        fields.map((field, at) => [field, values[at]]).filter(([, value]) => value !== undefined),
      ),
    );
  const changed = (body: Body, other: Body, which: readonly string[]): Body =>
    which.reduce<Body>((next, field) => withValueAt(next, field, other[field]), body);

  it("keeps both where the fields are disjoint, whoever comes first", () => {
    fc.assert(
      fc.property(
        arbitraryBody,
        arbitraryBody,
        fc.subarray([...fields]),
        (was, other, mineOnly) => {
          const mine = changed(was, other, mineOnly);
          const theirsOnly = fields.filter((field) => !mineOnly.includes(field));
          const theirs = changed(was, other, theirsOnly);
          const one = mergeBodies(was, mine, theirs);
          const two = mergeBodies(was, theirs, mine);
          expect(one.clashes).toEqual([]);
          expect(two.clashes).toEqual([]);
          expect(sameData(one.merged, two.merged)).toBe(true);
          expect(sameData(one.merged, changed(was, other, fields))).toBe(true);
        },
      ),
    );
  });

  it("does nothing the second time, and nothing where one of the two changed nothing", () => {
    fc.assert(
      fc.property(arbitraryBody, arbitraryBody, arbitraryBody, (was, mine, theirs) => {
        const { merged, clashes } = mergeBodies(was, mine, theirs);
        const again = mergeBodies(was, merged, theirs);
        expect(sameData(again.merged, merged)).toBe(true);
        expect(again.clashes.map(({ path }) => path)).toEqual(clashes.map(({ path }) => path));
        expect(mergeBodies(was, was, theirs).clashes).toEqual([]);
        expect(sameData(mergeBodies(was, was, theirs).merged, theirs)).toBe(true);
        expect(sameData(mergeBodies(was, mine, was).merged, mine)).toBe(true);
      }),
    );
  });
});
