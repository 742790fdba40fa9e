import { describe, expect, it } from "vitest";
import { readDrafts, type ScoreDrafts, storedEntry, unsavedCount, withEntry } from "./score-drafts";

const criteria = [{ id: "technical" }, { id: "terms" }];
const typed = (score: string, reason = "") => ({ score, reason });
const nothing = typed("");

const enter = (
  drafts: ScoreDrafts,
  [quoteId, criterionId]: readonly [string, string],
  entry = typed("7.5"),
) => withEntry(drafts, { quoteId, criterionId }, { entry, stored: nothing });

describe("drafts of scores", () => {
  it("are kept for each offer while others are scored", () => {
    const first = enter({}, ["oriel", "technical"]);
    const both = enter(first, ["stavra", "terms"], typed(" 9 ", "On site"));
    expect(both.oriel?.technical).toEqual(typed("7.5"));
    expect(readDrafts(both, criteria).inputs).toMatchObject([
      { quoteId: "oriel", criterionId: "technical", score: 7.5, reason: "" },
      { quoteId: "stavra", criterionId: "terms", score: 9, reason: "On site" },
    ]);
  });

  it("end where what is typed is what is stored, and an emptied one takes the score back", () => {
    const first = enter({}, ["oriel", "technical"]);
    expect(unsavedCount(first, "oriel")).toBe(1);
    expect(unsavedCount(enter(first, ["oriel", "technical"], nothing), "oriel")).toBe(0);
    const scores = [
      { userId: "u", quoteId: "oriel", criterionId: "terms", score: 8, reason: "r", at: "" },
    ];
    const place = { quoteId: "oriel", criterionId: "terms" };
    const stored = storedEntry(scores, place);
    expect(stored).toEqual(typed("8", "r"));
    const emptied = withEntry({}, place, { entry: typed("", "r"), stored });
    expect(readDrafts(emptied, criteria).inputs).toMatchObject([{ score: null }]);
  });

  it("name the first that is no half from 0 to 10, and save none", () => {
    const wrong = enter(enter({}, ["oriel", "technical"]), ["stavra", "terms"], typed("10.5"));
    expect(readDrafts(wrong, criteria)).toMatchObject({
      inputs: [],
      wrong: { quoteId: "stavra", criterionId: "terms" },
    });
  });
});
