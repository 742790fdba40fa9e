import { expect, it } from "vitest";
import type { Award } from "@/lib/schemas/quote-award";
import { memoNotice, withMemoNotice } from "./memo-notice";

const award = (id: string, at: string, undoneAt?: string): Award => ({
  ...{ id, at, reason: "Two sources", by: "Procurement lead", quotes: [] },
  undone: undoneAt ? { by: "Procurement lead", at: undoneAt, reason: "Withdrawn" } : null,
});
const memo = { at: "2026-11-20T10:00:00.000Z", planVersion: 3 };
const first = award("first", "2026-11-19T10:00:00.000Z");
const takenBack = award("first", first.at, "2026-11-21T10:00:00.000Z");
const second = award("second", "2026-11-22T10:00:00.000Z");
const notice = (awards: readonly Award[], planVersion = 3) =>
  memoNotice(memo, { awards, planVersion });

it("says nothing of a memo that is of the award that holds and of the plan as it is", () => {
  expect(notice([first])).toBeNull();
  expect(notice([])).toBeNull();
  expect(memoNotice(undefined, { awards: [second], planVersion: 9 })).toBeNull();
  expect(memoNotice({ ...memo, planVersion: null }, { awards: [], planVersion: 9 })).toBeNull();
});

it("says that its award was taken back, and that another holds", () => {
  expect(notice([takenBack])).toBe("Written for an award that was taken back on 21 Nov 2026.");
  expect(notice([second, takenBack])).toBe(
    "Written for an award that was taken back on 21 Nov 2026; another was made on 22 Nov 2026.",
  );
});

it("says that the order was awarded after it, and nothing of one that came and went", () => {
  expect(notice([second])).toBe("Written before the order was awarded, on 22 Nov 2026.");
  expect(notice([award("second", second.at, "2026-11-23T10:00:00.000Z")])).toBeNull();
});

it("says that the plan changed, with both versions, and both where both are so", () => {
  const changed = "The plan changed since (version 3, now 5): its figures may differ.";
  expect(notice([first], 5)).toBe(changed);
  expect(notice([takenBack], 5)).toBe(
    `Written for an award that was taken back on 21 Nov 2026. ${changed}`,
  );
});

it("goes with a memo that leaves the page", () => {
  expect(withMemoNotice("# Memo", "Old.")).toBe("> Old.\n\n# Memo");
  expect(withMemoNotice("# Memo", null)).toBe("# Memo");
});
