import { describe, expect, it } from "vitest";
import type { MonthBreakEven, Projection, VolumeBreakEven } from "@/lib/engine/types";
import {
  leadSentence,
  leadTitle,
  monthSentence,
  monthVerdict,
  volumeSentence,
  volumeTitle,
} from "./sentences";
import { examplePlan, resultsOf } from "./testing/example";

const { projection } = resultsOf(examplePlan("claims-assistant"));
const names = (id: string) => (id === "a" ? "Portfolio" : id === "b" ? "Cloud" : "API");

function month(part: Partial<MonthBreakEven>): MonthBreakEven {
  return {
    a: "a",
    b: "b",
    verdict: "several",
    intervals: [],
    forGoodFrom: null,
    differenceAtHorizon: 0,
    smallestGap: null,
    ...part,
  };
}

function volume(part: Partial<VolumeBreakEven>): VolumeBreakEven {
  return {
    a: "a",
    b: "b",
    month: 0,
    verdict: "several",
    intervals: [],
    searchedUpToTokens: 120e9,
    complete: true,
    ...part,
  };
}

describe("a break-even by month", () => {
  it.each<[string, Partial<MonthBreakEven>, string, string, string]>([
    [
      "once",
      { verdict: "once", intervals: [{ from: 25, to: 59 }], forGoodFrom: 25 },
      "From month 26 Portfolio costs less than Cloud, for good.",
      "From month 26",
      "Feb 2029, for good",
    ],
    [
      "several times",
      {
        intervals: [
          { from: 4, to: 8 },
          { from: 25, to: 59 },
        ],
        forGoodFrom: 25,
      },
      "Portfolio costs less than Cloud in months 5 to 9, and for good from month 26.",
      "2 spells",
      "for good from month 26, Feb 2029",
    ],
    [
      "and then no longer",
      { intervals: [{ from: 0, to: 8 }] },
      "Portfolio costs less than Cloud in months 1 to 9, and no longer after.",
      "Months 1 to 9",
      "until Sep 2027, not after",
    ],
    [
      "always",
      { verdict: "always", intervals: [{ from: 0, to: 59 }], forGoodFrom: 0 },
      "Portfolio costs less than Cloud in every one of 60 months.",
      "Always",
      "in all 60 months",
    ],
    [
      "never",
      { verdict: "never", smallestGap: 670_000 },
      "Portfolio never costs less than Cloud inside 60 months. It stays at least $670k dearer.",
      "Never",
      "inside 60 months",
    ],
    [
      "not to be compared",
      { verdict: "unranked" },
      "Portfolio and Cloud cannot be compared: a figure is missing.",
      "Not ranked",
      "a figure is missing",
    ],
  ])("that comes %s is said so", (_, part, sentence, verdict, detail) => {
    const breakEven = month(part);
    expect(monthSentence(breakEven, projection as Projection, names)).toBe(sentence);
    expect(monthVerdict(breakEven, projection as Projection)).toEqual({ verdict, detail });
  });
});

describe("a break-even by volume", () => {
  it("names every interval and the bound of the search", () => {
    const twice = volume({
      intervals: [
        { low: 54.7e9, high: 60.3e9 },
        { low: 70.5e9, high: null },
      ],
    });
    expect(volumeSentence(twice, names)).toBe(
      "Portfolio is cheaper than Cloud from 54.7B to 60.3B tokens a month, again from 70.5B. Searched up to 120B tokens a month.",
    );
    expect(volumeTitle(twice, names)).toBe(
      "At what volume? Portfolio beats Cloud twice: one number would mislead",
    );
  });

  it("keeps never, always and not verified apart", () => {
    expect(volumeSentence(volume({ verdict: "never" }), names)).toBe(
      "Portfolio is cheaper than Cloud at no volume.",
    );
    expect(volumeSentence(volume({ verdict: "notVerified" }), names)).toBe(
      "No crossing up to 120B tokens a month: Portfolio stays dearer than Cloud. Not searched further.",
    );
    expect(
      volumeSentence(volume({ verdict: "always", intervals: [{ low: 0, high: null }] }), names),
    ).toBe(
      "Portfolio is cheaper than Cloud at every volume up to 120B tokens a month. Not searched further.",
    );
  });

  it("says when the search gave up before its bound", () => {
    const cut = volume({ verdict: "once", intervals: [{ low: 1e9, high: null }], complete: false });
    expect(volumeSentence(cut, names)).toContain("Not searched past 120B tokens a month.");
  });
});

describe("who leads", () => {
  it("is said with the months", () => {
    const lead = { optionId: "a", intervals: [{ from: 25, to: 59 }], forGoodFrom: 25 };
    expect(leadTitle(lead, 60, names)).toBe("Portfolio costs least from month 26");
    expect(leadSentence(lead, { months: 60, names, before: ["b"] })).toBe(
      "It leads for good from month 26; until then Cloud costs least in total.",
    );
    expect(leadSentence(lead, { months: 60, names, before: ["c", "b"] })).toBe(
      "It leads for good from month 26; until then the lead is with API, then Cloud.",
    );
  });

  it("names each earlier leader once, also one that led twice", () => {
    const lead = { optionId: "a", intervals: [{ from: 25, to: 59 }], forGoodFrom: 25 };
    const said = (before: string[]) => leadSentence(lead, { months: 60, names, before });
    expect(said(["b", "b"])).toBe(
      "It leads for good from month 26; until then Cloud costs least in total.",
    );
    expect(said(["b", "c", "b", "c"])).toBe(
      "It leads for good from month 26; until then the lead is with Cloud and API by turns.",
    );
    const twice = { ...lead, intervals: [{ from: 3, to: 4 }, ...lead.intervals] };
    expect(leadSentence(twice, { months: 60, names, before: ["b", "b"] })).toBe(
      "It leads for good from month 26, and before that in months 4 to 5; in the other months before it Cloud costs least in total.",
    );
  });

  it("agrees with a name in the plural", () => {
    const lead = { optionId: "a", intervals: [{ from: 0, to: 59 }], forGoodFrom: 0 };
    expect(leadTitle(lead, 60, () => "Own servers")).toBe("Own servers cost least in every month");
    expect(leadTitle(lead, 60, () => "AWS")).toBe("AWS costs least in every month");
  });
});
