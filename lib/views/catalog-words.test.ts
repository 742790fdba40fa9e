import { expect, it } from "vitest";
import { comparedWith, comparisonHelp, foundText, mostCompared } from "./catalog-words";

it("adds an entry to those asked for, each once and at most four", () => {
  expect(comparedWith([], "a")).toEqual(["a"]);
  expect(comparedWith(["a", "b"], "a")).toEqual(["a", "b"]);
  expect(comparedWith(["a", "b", "c", "d"], "e")).toEqual(["b", "c", "d", "e"]);
});

it("says how many there are", () => {
  expect(foundText(1)).toMatch(/^1 entry, /);
  expect(foundText(0)).toMatch(/^0 entries, /);
  expect([mostCompared, comparisonHelp]).toEqual([4, expect.stringContaining("four")]);
});
