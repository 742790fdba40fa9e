import { expect, it } from "vitest";
import { compareQuotes, project } from "./index";
import { type AwardedServers, splitTotals } from "./split-totals";
import { assumed, combined, inference, onPremises, planOf, portfolio } from "./testing/plans";
import { projected } from "./testing/results";

const hours = 730;
const offer = (id: string, serverPrice: number, parts: Parameters<typeof onPremises>[0] = {}) =>
  onPremises({
    ...{ id, name: id, supportFee: assumed(120), licences: assumed(60) },
    ...parts,
    quote: { serverPrice: assumed(serverPrice) },
  });

/** Four replicas of one token a second. */
const planWith = (second: ReturnType<typeof offer>, requestsFraction = 0.5) =>
  planOf({
    workloads: [inference({ requestsPerMonth: assumed(4 * hours * 3600) })],
    options: [
      offer("a", 6000),
      second,
      portfolio({
        ...{ mode: "by-share", firstOptionId: "a", secondOptionId: "b" },
        requestsFraction: assumed(requestsFraction),
      }),
    ],
  });

function split(plan: ReturnType<typeof planWith>, servers: Readonly<Record<string, number>>) {
  const { options } = compareQuotes(plan, project(plan), {
    ...{ offerIds: ["a", "b"], quotes: [], view: "cash", referenceId: null },
  });
  const awarded = options.flatMap((one) =>
    one.isOffer ? [{ ...one, servers: servers[one.optionId] ?? 0 }] : [],
  );
  return splitTotals(awarded);
}

it("is what a hand makes: one of four servers of 6,000 and three of 8,000, each 180 a year", () => {
  expect(split(planWith(offer("b", 8000)), { a: 1, b: 3 })).toMatchObject({
    parts: [
      { optionId: "a", servers: 1, boughtAlone: 4, workFraction: 0.25 },
      { optionId: "b", servers: 3, boughtAlone: 4, workFraction: 0.75 },
    ],
    // 6,000 + 3 x 8,000 + 4 x 180
    ...{ coverageRatio: 1, totalCost: 30_720, isEstimate: false },
  });
});

it("is the portfolio of both where all costs go by servers, also of servers that do half the work", () => {
  for (const [second, servers] of [
    [offer("b", 8000), { a: 2, b: 2 }],
    [offer("b", 3000, { throughput: [combined(0.5)] }), { a: 2, b: 4 }],
  ] as const) {
    const plan = planWith(second);
    const made = split(plan, servers);
    const { summary } = projected(plan, "mix");
    expect(made).toMatchObject({
      coverageRatio: 1,
      totalCost: expect.closeTo(summary.cash, 6),
      netPresentCost: expect.closeTo(summary.netPresentCost, 6),
      costPerMillionTokens: expect.closeTo(summary.costPerMillionTokens ?? Number.NaN, 9),
    });
  }
});

it("is of the whole plan, whose work the servers of the award may do a part of", () => {
  const plan = planWith(offer("b", 8000));
  // (6,000 + 8,000) / 2 x 4 + 4 x 180
  expect(split(plan, { a: 1, b: 1 })).toMatchObject({ coverageRatio: 0.5, totalCost: 28_720 });
});

it("has no total while an offer has none or buys nothing, and stands on an estimate where one does", () => {
  const one = (optionId: string, parts: Partial<AwardedServers> = {}): AwardedServers => ({
    ...{ optionId, servers: 1, standing: "complete", purchases: [{ month: 0, servers: 2 }] },
    ...{ totalCost: 10, netPresentCost: 9, costPerMillionTokens: null },
    ...parts,
  });
  const unknown = { standing: "unknown", totalCost: null, netPresentCost: null } as const;
  expect(splitTotals([one("a"), one("b", unknown)])).toEqual({ lacking: ["b"] });
  expect(splitTotals([one("a", { purchases: [] }), one("b")])).toEqual({ lacking: ["a"] });
  expect(splitTotals([one("a"), one("b", { standing: "estimated" })])).toMatchObject({
    ...{ isEstimate: true, totalCost: 10, costPerMillionTokens: null },
  });
});
