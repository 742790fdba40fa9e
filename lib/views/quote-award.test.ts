import { expect, it } from "vitest";
import type { PlanQuote } from "@/lib/schemas/plan-quotes";
import { testContent, testHead } from "@/lib/testing/quote";
import { awardedPartText, awardedText, newerThanAward } from "./quote-award";

const event = (action: string, revision: number, at: string) => ({
  ...{ id: `${action}-${revision}`, action, revision, at, by: "Ada" },
});

it("says on which revision, since when and in which plan a quote is awarded", () => {
  const events = [
    event("save", 2, "2026-11-20T10:00:00Z"),
    event("award", 1, "2026-11-12T10:00:00Z"),
  ];
  const quote = { status: "awarded", number: "Q-1", events, awardedIn: null } as const;
  expect(awardedText(quote)).toBe("Q-1 is awarded on revision 1, since 12 Nov 2026.");
  expect(awardedText({ ...quote, awardedIn: { id: "p", name: "Chatbot" } })).toBe(
    "Q-1 is awarded on revision 1, since 12 Nov 2026, in the plan Chatbot.",
  );
  expect(awardedText({ ...quote, status: "received" })).toBeNull();
});

it("an award says which of its offers has a newer revision, and of the declined ones nothing", () => {
  const quote = (quoteId: string, newestRevision: number): PlanQuote => ({
    ...{ optionId: "o", quoteId, ...testHead, status: "awarded", version: 1, servers: 4 },
    ...{ revision: 1, content: testContent(), newestRevision },
  });
  const award = {
    ...{ id: "a", reason: "Lowest", by: "Ada", at: "2026-11-12T10:00:00Z", undone: null },
    quotes: [
      { quoteId: "won", servers: 3, revision: 1 },
      { quoteId: "split", servers: 1, revision: 2 },
      { quoteId: "lost", servers: 0, revision: 1 },
    ],
  };
  const quotes = [quote("won", 3), quote("split", 2), quote("lost", 2)];
  expect(newerThanAward(award, quotes)).toEqual([
    {
      quoteId: "won",
      text: "Fennmark Systems Q-2291 was awarded on revision 1, and revisions 2 and 3 came since.",
    },
  ]);
  expect(newerThanAward(undefined, quotes)).toEqual([]);
});

it("says how many servers of an offer are awarded where it is not the whole", () => {
  expect(awardedPartText({ servers: 1, offered: 2 })).toBe("1 of 2 servers awarded");
  expect(awardedPartText({ servers: 2, offered: 2 })).toBeNull();
  expect(awardedPartText({ servers: 1, offered: null })).toBe("1 server awarded");
  expect(awardedPartText(undefined)).toBeNull();
});
