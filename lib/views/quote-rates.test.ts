import { describe, expect, it } from "vitest";
import type { ExchangeRate, PlanRate } from "@/lib/schemas/exchange-rate";
import { currencyCounts, rateNotes } from "./quote-rates";

const plan = { planId: "p-1", planName: "Support chatbot" };
const rate = (change: Partial<ExchangeRate["rate"]>): PlanRate => ({
  ...plan,
  rate: {
    ...{ from: "EUR", to: "USD" },
    rate: { value: 1.1412, evidence: "list", source: "ECB", date: "2026-11-19", ...change },
  },
});
const { date: _date, ...typed } = rate({}).rate.rate;
const undated: PlanRate = { ...plan, rate: { from: "EUR", to: "USD", rate: typed } };
const countsOf = (...codes: string[]) => currencyCounts(codes.map((currency) => ({ currency })));
const known = { currency: "USD", newestPlan: { id: "p-9", name: "Newest" } };

describe("a currency that is not the organization's own", () => {
  it("says which rate of which day and plan its amounts were converted by", () => {
    expect(rateNotes(countsOf("USD", "EUR", "EUR"), { ...known, planRates: [rate({})] })).toEqual([
      {
        ...{ from: "EUR", isMissing: false },
        text: "EUR in USD at 1 EUR = 1.1412 USD (ECB, 19 Nov 2026), the newest dated rate of a plan.",
        link: {
          text: "Support chatbot",
          href: "/plans/p-1/assumptions?field=exchangeRates.eur-usd.rate",
        },
      },
    ]);
  });

  it("says where amounts went by a rate without a day, and goes where it is given one", () => {
    const [note] = rateNotes(countsOf("EUR"), { ...known, planRates: [undated] });
    expect(note).toEqual({
      ...{ from: "EUR", isMissing: false },
      text: "EUR in USD at 1 EUR = 1.1412 USD (ECB, undated rate): no plan has a rate with a day. Give it its day, under its source.",
      link: {
        text: "Date the rate in Support chatbot",
        href: "/plans/p-1/assumptions?field=exchangeRates.eur-usd.rate",
      },
    });
    const [dated] = rateNotes(countsOf("EUR"), { ...known, planRates: [rate({}), undated] });
    expect(dated?.text).toContain("the newest dated rate");
  });

  it("goes where a rate can be set, and to the plans where there is none", () => {
    const [note] = rateNotes(countsOf("CHF", "CHF"), { ...known, planRates: [undated] });
    expect(note).toMatchObject({
      text: "2 quotes in CHF have no amount in USD: no plan has a rate CHF to USD. Rates stand under Assumptions of a plan.",
      link: {
        text: "Set it in Newest",
        href: "/plans/p-9/assumptions?field=exchangeRates.chf-usd.rate",
      },
    });
    const [none] = rateNotes(countsOf("CHF"), { ...known, planRates: [], newestPlan: null });
    expect(none?.link).toEqual({ text: "Begin a plan", href: "/plans" });
  });
});
