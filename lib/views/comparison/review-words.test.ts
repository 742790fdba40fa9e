import { expect, it } from "vitest";
import { instantText } from "@/lib/format";
import {
  evaluatorsText,
  memoText,
  notSavedText,
  offeredText,
  saveScoresText,
} from "./review-words";

it("names evaluators, and those of them who see no price", () => {
  expect(evaluatorsText([])).toBe("Nobody has scored yet.");
  expect(
    evaluatorsText([
      { name: "Ada", seesPrices: true },
      { name: "Ben", seesPrices: false },
    ]),
  ).toBe("Ada; Ben, prices hidden");
});

it("says what an offer can give", () => {
  expect(offeredText({ number: "Q-1", revision: 2, servers: 4 })).toBe("Q-1 rev 2 offers 4.");
});

it("says whose a version of the memo is, and that the first is nobody's yet", () => {
  const at = "2027-02-01T09:00:00.000Z";
  expect(memoText({ version: 3, by: "Ada", at }, false)).toBe(`Version 3, Ada, ${instantText(at)}`);
  expect(memoText({ version: 1, by: null, at }, false)).toBe(
    `Version 1, somebody, ${instantText(at)}`,
  );
  expect(memoText({ version: 3, by: "Ada", at }, true)).toBe(
    `Changed since version 3, Ada, ${instantText(at)}`,
  );
  expect(memoText(undefined, false)).toMatch(/^Written from the figures above.*yours to edit/);
  expect(memoText(undefined, true)).toMatch(/^Written from the figures above.*not saved yet/);
});

it("says which offers have scores that are not saved", () => {
  expect([notSavedText("Stavra", 0), notSavedText("Stavra", 2)]).toEqual([
    "Stavra",
    "Stavra, 2 scores not saved",
  ]);
  expect([saveScoresText(1), saveScoresText(3)]).toEqual([
    "Save scores",
    "Save scores of 3 offers",
  ]);
});
