import { describe, expect, it } from "vitest";
import { type ApprovalStep, approvalState, reviewersOf } from "./approval";

type Said = readonly [act: ApprovalStep["act"], who: string];
const trail = (...said: readonly Said[]): readonly ApprovalStep[] =>
  said.map(([act, who], at) => ({
    ...{ number: at + 1, sha256: "a".repeat(64), act, reviewerId: who, reviewerName: who },
    ...{ byUserId: who, byName: who, note: "", dueOn: null, at: `2026-11-28T10:0${at}:00.000Z` },
  }));
const ask = (who: string): Said => ["asked", who];

describe("the state of an approval", () => {
  it.each([
    ["nobody was asked", [], null],
    ["one was asked", [ask("a")], "in-review"],
    [
      "all who were asked approved",
      [ask("a"), ask("b"), ["approved", "a"], ["approved", "b"]],
      "approved",
    ],
    ["one of two approved", [ask("a"), ask("b"), ["approved", "a"]], "in-review"],
    [
      "one rejected and one approved",
      [ask("a"), ask("b"), ["rejected", "a"], ["approved", "b"]],
      "rejected",
    ],
    ["the last answer counts", [ask("a"), ["rejected", "a"], ["approved", "a"]], "approved"],
    [
      "an approval is taken back by a later rejection",
      [ask("a"), ["approved", "a"], ["rejected", "a"]],
      "rejected",
    ],
    ["a comment is no answer", [ask("a"), ["commented", "a"]], "in-review"],
    [
      "a comment leaves the answer as it was",
      [ask("a"), ["approved", "a"], ["commented", "a"]],
      "approved",
    ],
    [
      "whose request was taken back is not waited for",
      [ask("a"), ask("b"), ["approved", "a"], ["withdrawn", "b"]],
      "approved",
    ],
    ["all requests were taken back", [ask("a"), ["withdrawn", "a"]], null],
    ["who is asked again answers anew", [ask("a"), ["withdrawn", "a"], ask("a")], "in-review"],
    [
      "another is asked after all had approved",
      [ask("a"), ["approved", "a"], ask("b")],
      "in-review",
    ],
    ["somebody answers who was not asked", [["approved", "a"]], null],
  ] as readonly (readonly [string, readonly Said[], ReturnType<typeof approvalState>])[])(
    "%s",
    (_, said, state) => expect(approvalState(trail(...said))).toBe(state),
  );

  it("lists those who are asked in the order in which they were", () => {
    const asked = trail(ask("b"), ask("a"), ["approved", "a"]);
    expect(reviewersOf(asked).map(({ userId, answer }) => [userId, answer?.act ?? null])).toEqual([
      ["b", null],
      ["a", "approved"],
    ]);
  });
});
