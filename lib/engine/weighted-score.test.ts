import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstCriteria } from "@/lib/schemas/quote-review";
import { weightedScores } from "./weighted-score";

const offer = (optionId: string, totalCost: number | null, exactLeadTimeMonths: number | null) => ({
  ...{ optionId, quoteId: `quote-${optionId}`, totalCost, exactLeadTimeMonths },
  standing: "complete" as const,
});
const score = (of: string, criterionId: string, points: number, userId = "one") => ({
  ...{ userId, quoteId: `quote-${of}`, criterionId, score: points, reason: "Because", at: "" },
});
const judged = (of: string, technical: number, support: number, terms: number) => [
  score(of, "technical", technical),
  score(of, "support", support),
  score(of, "terms", terms),
];

describe("weightedScores", () => {
  it("is the sum that a hand makes: 40% cost, 20% time, 20% technical, 10% support, 10% terms", () => {
    const offers = [offer("a", 5_000_000, 4), offer("b", 4_000_000, 1)];
    const scores = [...judged("a", 9, 8, 5), ...judged("b", 6, 7, 7)];
    const [a, b] = weightedScores(offers, { criteria: firstCriteria, scores });
    // Cost 10 x 4/5 = 8, time 10 x (1 + 1) / (4 + 1) = 4: 32 + 8 + 18 + 8 + 5
    expect(a?.rows.map(({ points }) => points)).toEqual([8, 4, 9, 8, 5]);
    expect(a?.score).toBeCloseTo(71, 10);
    // 40 + 20 + 12 + 7 + 7
    expect(b?.score).toBeCloseTo(86, 10);
  });

  it("takes the mean of several evaluators, whoever sees prices", () => {
    const criteria = [{ id: "technical", name: "Technical", kind: "judged" as const, weight: 1 }];
    const scores = [score("a", "technical", 9), score("a", "technical", 6.5, "two")];
    const [a] = weightedScores([offer("a", 1, 1)], { criteria, scores });
    expect(a?.rows[0]?.points).toBe(7.75);
    expect(a?.score).toBeCloseTo(77.5, 10);
  });

  it("is not known while somebody has yet to judge, or the offer is incomplete", () => {
    const offers = [offer("a", 1, 1), { ...offer("b", 1, 1), standing: "estimated" as const }];
    const [a, b] = weightedScores(offers, {
      criteria: firstCriteria,
      scores: judged("b", 9, 9, 9),
    });
    expect(a?.score).toBeNull();
    expect(b?.score).toBeNull();
    const costAlone = firstCriteria.map((one) => ({ ...one, weight: one.kind === "cost" ? 1 : 0 }));
    const [alone] = weightedScores([offer("a", 1, 1)], { criteria: costAlone, scores: [] });
    expect(alone?.score).toBe(100);
  });

  it("has points for time whether prices are complete or not, and none for cost", () => {
    const offers = [offer("a", 2, 3), { ...offer("b", 1, 1), standing: "estimated" as const }];
    const [a, b] = weightedScores(offers, { criteria: firstCriteria.slice(0, 2), scores: [] });
    // 10 x (1 + 1) / (3 + 1)
    expect(a?.rows.map(({ points }) => points)).toEqual([10, 5]);
    expect(b?.rows.map(({ points }) => points)).toEqual([null, 10]);
    expect(b?.score).toBeNull();
  });

  it("lies between 0 and 100, and a dearer offer never scores more by cost", () => {
    const cost = fc.double({ min: 1, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(cost, cost, fc.nat(60), fc.nat(60), (one, other, lead, later) => {
        const criteria = firstCriteria.filter(({ kind }) => kind !== "judged");
        const offers = [offer("a", one, lead), offer("b", other, later)];
        const [a, b] = weightedScores(offers, { criteria, scores: [] });
        for (const made of [a, b]) {
          expect(made?.score).toBeGreaterThanOrEqual(0);
          expect(made?.score).toBeLessThanOrEqual(100 + 1e-9);
        }
        if (one > other) expect(a?.rows[0]?.points).toBeLessThanOrEqual(b?.rows[0]?.points ?? 0);
      }),
    );
  });
});
