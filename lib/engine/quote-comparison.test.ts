import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { testContent, testLine } from "@/lib/testing/quote";
import { compareQuotes, project } from "./index";
import { arbitraryPlan } from "./testing/arbitrary-plan";
import { api, assumed, inference, onPremises, planOf } from "./testing/plans";

vi.setConfig({ testTimeout: 120_000 });

type Own = Parameters<typeof onPremises>[0];
const offer = (id: string, serverPrice: number | null, parts: Own = {}) => {
  const prices = { serverPrice: assumed(serverPrice), networkPrice: assumed(2000) };
  return onPremises({
    ...{ id, name: id, bridgeOptionId: "api", serverPower: assumed(4) },
    ...parts,
    quote: { ...prices, ...parts.quote },
  });
};

/** One server against an API bill of $1,000 a month, for a year. */
const planWith = (...options: ReturnType<typeof onPremises>[]) =>
  planOf({
    workloads: [inference({ requestsPerMonth: assumed(1000) })],
    options: [api({ outputPrice: assumed(1e6) }), ...options],
  });

const a = offer("a", 6000, { leadTimeMonths: assumed(3) });
const c = offer("c", 5500, { leadTimeMonths: assumed(4), serverPower: assumed(5) });
const unpriced = offer("b", 5000, {
  leadTimeMonths: assumed(1),
  quote: { networkPrice: assumed(null) },
});

const compare = (
  plan: ReturnType<typeof planWith>,
  quotes: Quotes = [],
  offerIds = ["a", "b", "c"],
) => compareQuotes(plan, project(plan), { offerIds, quotes, view: "cash", referenceId: null });
type Quotes = Parameters<typeof compareQuotes>[2]["quotes"];

describe("compareQuotes", () => {
  it("has the figures that a hand makes of each offer, against the API's 12,000", () => {
    const { options, referenceId } = compare(planWith(a, c));
    expect(referenceId).toBe("api");
    const [first, second, reference] = options;
    // 3 months of API, then 6,000 + 2,000 of hardware.
    expect(first).toMatchObject({
      ...{ optionId: "a", isOffer: true, standing: "complete", totalCost: 11_000 },
      ...{ serverPrice: 6000, costPerKilowatt: 1500, leadTimeMonths: 3, costOfWaiting: 3000 },
      // (12,000 - 3,000) / 8,000 = 1.125 of the price
      ...{ walkAwayServerPrice: 6750, roomFraction: 0.125 },
    });
    // 8,000 x 9 / 60 months of life, and 3,000 of API, over 9 months of 730 hours.
    expect(first?.costPerAcceleratorHour).toBeCloseTo(4200 / 6570, 12);
    // After 11 months both have cost 11,000: a tie is no win.
    expect(first?.passes).toMatchObject({ verdict: "once", forGoodFrom: 11 });
    expect(first?.acceleratorRate).toMatchObject({ outputTokensPerSecond: 1, workloadId: "chat" });
    expect(second).toMatchObject({ totalCost: 11_500, costOfWaiting: 4000, costPerKilowatt: 1100 });
    expect(second?.roomFraction).toBeCloseTo(8000 / 7500 - 1, 12);
    expect(reference).toMatchObject({
      ...{ optionId: "api", isOffer: false, totalCost: 12_000, costPerAcceleratorHour: null },
      ...{ serverPrice: null, walkAway: null, passes: null, costOfWaiting: null },
    });
  });

  it("names the best of each row among complete offers, and nobody where they are alike", () => {
    const { best } = compare(planWith(a, unpriced, c));
    expect(best).toEqual({
      ...{ totalCost: "a", netPresentCost: "a", costPerMillionTokens: "a" },
      ...{ costPerKilowatt: "c", leadTimeMonths: "b", roomFraction: "a" },
    });
    expect(compare(planWith(a, { ...a, id: "c" })).best).toEqual({});
    expect(compare(planWith(a, unpriced)).best).toEqual({ leadTimeMonths: "b" });
  });

  it("compares lead times by the weeks that quotes say: 14 are before 16, both 4 months", () => {
    const months = (value: number) => ({ leadTimeMonths: assumed(value) });
    const plan = (own: number) =>
      planWith(offer("a", 6000, months(4)), offer("c", 5500, months(own)));
    const quote = (optionId: string, leadTimeWeeks: number) => ({
      ...{ optionId, currency: "USD", servers: 4 },
      content: testContent({ leadTimeWeeks }),
    });
    const quotes = [quote("a", 16), quote("c", 14)];
    const made = compare(plan(4), quotes);
    expect(made.options[0]?.exactLeadTimeMonths).toBeCloseTo(48 / 13, 12);
    expect(made.options[1]?.exactLeadTimeMonths).toBeCloseTo(42 / 13, 12);
    expect(made.best.leadTimeMonths).toBe("c");
    // The plan's own 5 months instead of what the quote says.
    expect(compare(plan(5), quotes).best.leadTimeMonths).toBe("a");
    expect(compare(plan(5), quotes).options[1]?.exactLeadTimeMonths).toBe(5);
  });

  it("estimates an unpriced network by the dearest other offer, and never a server", () => {
    const dear = offer("c", 5500, { quote: { networkPrice: assumed(2600) } });
    const { options, borrowed } = compare(planWith(a, unpriced, dear));
    // 1,000 of API + 5,000 + 2,600
    expect(options[1]).toMatchObject({ optionId: "b", standing: "estimated", totalCost: 8600 });
    expect(borrowed).toEqual([{ optionId: "b", name: "networkPrice", fromOptionId: "c" }]);
    const noServer = compare(planWith(a, offer("b", null)));
    expect(noServer.options[1]).toMatchObject({ standing: "unknown", totalCost: null });
    expect(noServer.borrowed).toEqual([]);
  });

  it("takes the price without its freight where only that is missing", () => {
    const content = testContent({
      ...{ freight: null, incoterm: "EXW" },
      lines: [testLine({ quantity: "2", unitPrice: "4000" })],
    });
    const quotes = [{ optionId: "b", content, currency: "USD", servers: 2 }];
    const { options, borrowed } = compare(planWith(a, offer("b", null)), quotes);
    expect(borrowed).toEqual([{ optionId: "b", name: "serverPrice", fromOptionId: null }]);
    expect(options[1]).toMatchObject({ standing: "estimated", serverPrice: 4000, totalCost: 6000 });
  });

  it("borrows across currencies at the plan's rate", () => {
    const euros = { ...unpriced, currency: "EUR" };
    const plan = {
      ...planWith(a, euros),
      exchangeRates: [{ from: "EUR", to: "USD", rate: assumed(1.25) }],
    };
    const [, second] = compare(plan).options;
    // 1,000 + 5,000 x 1.25 + 2,000 dollars of network
    expect(second?.totalCost).toBeCloseTo(9250, 8);
    expect(second?.serverPrice).toBeCloseTo(6250, 8);
  });

  it("takes no rank where another offer has what this one does not, unless the option counts nothing for it", () => {
    const [servers, network] = testContent().lines;
    const without = { content: testContent({ lines: servers ? [servers] : [] }), currency: "USD" };
    const whole = {
      content: testContent({ lines: [servers, network].flatMap((l) => l ?? []) }),
      currency: "USD",
    };
    const quotes = [
      { optionId: "a", servers: 4, ...without },
      { optionId: "c", servers: 4, ...whole },
    ];
    const [first, second] = compare(planWith(a, c), quotes).options;
    expect(first).toMatchObject({ standing: "estimated", notOffered: ["networkPrice"] });
    expect(second).toMatchObject({ standing: "complete", notOffered: [] });
    const included = offer("a", 6000, { quote: { networkPrice: assumed(0) } });
    expect(compare(planWith(included, c), quotes).options[0]?.standing).toBe("complete");
  });

  it("is an estimate where the quote's support is paid once, which the option does not count", () => {
    const support = (recurrence: "one-off" | "yearly", unitPrice: string) => ({
      ...{ optionId: "a", currency: "USD", servers: 4 },
      content: testContent({
        lines: [testLine({}), testLine({ category: "support", recurrence, unitPrice, months: 36 })],
      }),
    });
    const standing = (quote: Quotes[number]) => compare(planWith(a), [quote]).options[0];
    expect(standing(support("one-off", "54000"))).toMatchObject({
      ...{ standing: "estimated", lacksSupportPaidOnce: true },
    });
    expect(standing(support("one-off", "54000"))?.countsOwnSupport).toBe(false);
    const supported = { ...a, supportPerYearFraction: assumed(0.12) };
    const supportOf = (option: typeof a, quote: Quotes[number]) =>
      compare(planWith(option), [quote]).options[0];
    expect(supportOf(supported, support("one-off", "54000"))).toMatchObject({
      ...{ lacksSupportPaidOnce: true, countsOwnSupport: true },
    });
    const covered = { ...supported, warrantyMonths: assumed(24) };
    expect(supportOf(covered, support("one-off", "54000"))?.countsOwnSupport).toBe(false);
    expect(supportOf(supported, support("yearly", "54000"))?.countsOwnSupport).toBe(false);
    expect(standing(support("one-off", "0"))?.standing).toBe("complete");
    expect(standing(support("yearly", "54000"))?.standing).toBe("complete");
  });

  it("says who asks for more power than the site has", () => {
    const [first] = compare(planWith({ ...a, sitePower: assumed(1) }, c)).options;
    expect(first).toMatchObject({ overPower: true, standing: "unknown", totalCost: null });
  });

  it("ranks by figures that the projection has, and never a reference, and an estimate by time alone", () => {
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        const projection = project(plan);
        const offerIds = plan.options.flatMap(({ id, kind }) =>
          kind === "on-premises" ? [id] : [],
        );
        const made = compareQuotes(plan, projection, {
          ...{ offerIds, quotes: [], view: "accrual", referenceId: null },
        });
        for (const [row, id] of Object.entries(made.best))
          expect(made.options.find(({ optionId }) => optionId === id)).toMatchObject({
            isOffer: true,
            ...(row !== "leadTimeMonths" && { standing: "complete" }),
          });
        for (const one of made.options.filter(({ standing }) => standing === "complete")) {
          const own = projection.options.find(({ optionId }) => optionId === one.optionId);
          expect(one.totalCost).toBe(own?.summary.accrual);
          expect(one.costOfWaiting ?? 0).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 50 },
    );
  });
});
