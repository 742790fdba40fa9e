import { describe, expect, it } from "vitest";
import { conversionAcross, conversionOf, isUndated } from "./exchange-rates";
import { assumed, planOf } from "./testing/plans";

const rate = (from: string, to: string, value: number | null) => ({
  from,
  to,
  rate: assumed(value),
});
const conversion = (currency: string, ...exchangeRates: ReturnType<typeof rate>[]) =>
  conversionOf(planOf({ currency, exchangeRates }), "EUR");

describe("conversionOf", () => {
  it("takes the pair's own rate before any other way", () => {
    const way = conversion(
      "GBP",
      rate("GBP", "EUR", 1.25),
      rate("EUR", "USD", 1.1),
      rate("USD", "GBP", 0.9),
      rate("EUR", "GBP", 0.85),
    );
    expect(way.factor).toBe(0.85);
    expect(way.steps).toEqual([{ path: "exchangeRates.eur-gbp.rate", inverse: false, rate: 0.85 }]);
  });

  it("turns round the rate of the opposite pair: 1 / 1.25 = 0.8", () => {
    const way = conversion(
      "GBP",
      rate("EUR", "USD", 1.1),
      rate("USD", "GBP", 0.9),
      rate("GBP", "EUR", 1.25),
    );
    expect(way.factor).toBe(0.8);
    expect(way.steps).toEqual([{ path: "exchangeRates.gbp-eur.rate", inverse: true, rate: 1.25 }]);
  });

  it("goes through the dollar, either half turned round where it must: 1.1 / 1.25 = 0.88", () => {
    const way = conversion("GBP", rate("EUR", "USD", 1.1), rate("GBP", "USD", 1.25));
    expect(way.factor).toBeCloseTo(0.88, 12);
    expect(way.steps.map(({ path, inverse }) => [path, inverse])).toEqual([
      ["exchangeRates.eur-usd.rate", false],
      ["exchangeRates.gbp-usd.rate", true],
    ]);
  });

  it("goes through no other currency", () => {
    const way = conversion("GBP", rate("EUR", "CHF", 0.95), rate("CHF", "GBP", 0.9));
    expect(way).toMatchObject({ factor: null, steps: [], missing: ["exchangeRates.eur-gbp.rate"] });
  });

  it("names a rate that is there without a value, rather than taking another way", () => {
    const way = conversion("USD", rate("EUR", "USD", null), rate("USD", "EUR", 0.9));
    expect(way).toMatchObject({ factor: null, missing: ["exchangeRates.eur-usd.rate"] });
    const half = conversion("GBP", rate("EUR", "USD", 1.1), rate("USD", "GBP", null));
    expect(half).toMatchObject({ factor: null, missing: ["exchangeRates.usd-gbp.rate"] });
  });

  it("has no use for a rate of nothing or less", () => {
    for (const value of [0, -1])
      expect(conversion("USD", rate("EUR", "USD", value)).factor).toBe(null);
  });
});

describe("conversionAcross", () => {
  const dated = (from: string, to: string, value: number, date: string) => ({
    ...{ from, to },
    rate: { ...assumed(value), date },
  });
  const euros = { from: "EUR", to: "GBP" };

  it("takes the newest dated rate of a pair, also through the dollar, before one without a day", () => {
    const rates = [
      dated("USD", "GBP", 0.8, "2026-11-02"),
      dated("EUR", "USD", 1.1, "2026-11-01"),
      dated("EUR", "USD", 9, "2026-10-01"),
      rate("EUR", "GBP", 0.5),
    ];
    const way = conversionAcross(rates, euros);
    expect(way.factor).toBeCloseTo(0.88, 12);
    expect(isUndated(way)).toBe(false);
  });

  it("takes one without a day where no dated ones join the two, and knows it", () => {
    const way = conversionAcross(
      [dated("EUR", "USD", 1.1, "2026-11-01"), rate("USD", "GBP", 0.5)],
      euros,
    );
    expect(way.factor).toBeCloseTo(0.55, 12);
    expect(isUndated(way)).toBe(true);
    expect(conversionAcross([], euros)).toMatchObject({ factor: null });
  });
});
