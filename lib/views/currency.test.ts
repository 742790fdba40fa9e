import { describe, expect, it } from "vitest";
import { project } from "@/lib/engine";
import type { Plan } from "@/lib/schemas/plan";
import { testPlan } from "@/lib/testing/plan";
import { changesText } from "./changes";
import { explainLine } from "./explain-line";
import { planDifference } from "./plan-difference";
import { lackOf } from "./plan-list-lacks";
import { problemsOf } from "./problems";
import type { Results } from "./results";

const eurUsd = {
  from: "EUR",
  to: "USD",
  rate: { value: 1.08, evidence: "list", source: "ECB", date: "2026-11-20" },
} as const;

/** The API of the test plan with its prices in euros. */
function euros(parts: Partial<Plan> = { exchangeRates: [eurUsd] }): Results {
  const plan = testPlan();
  const options = plan.options.map((option) =>
    option.kind === "api" ? { ...option, currency: "EUR" } : option,
  );
  const whole = { ...plan, ...parts, options };
  return { plan: whole, projection: project(whole), view: "cash" };
}

describe("an option in a currency of its own", () => {
  it("shows an amount as it was entered, what it comes to, and the rate with its source and date", () => {
    const { plan, projection } = euros();
    const option = projection.options.find(({ optionId }) => optionId === "api");
    const line = option?.lines.find(({ id }) => id === "outputTokens");
    if (!option || !line) throw new Error("the API has a line for output tokens");
    const price = plan.options.find(({ id }) => id === "api");
    const entered = price?.kind === "api" ? (price.outputPrice.value ?? 0) : 0;
    const { inputs } = explainLine({
      ...{ planId: "p", plan, basePlan: plan, option, line, view: "cash", amount: 1 },
    });
    expect(inputs).toContainEqual(
      expect.objectContaining({
        path: "options.api.outputPrice",
        value: `${entered} EUR/M tokens`,
        converted: `${Number((entered * 1.08).toFixed(6))} USD/M tokens, at 1 EUR = 1.08 USD (ECB, 20 Nov 2026)`,
      }),
    );
    expect(inputs).toContainEqual(
      expect.objectContaining({
        path: "exchangeRates.eur-usd.rate",
        label: "Rate EUR to USD",
        owner: "Assumptions",
        source: "ECB, 20 Nov 2026",
        href: "/plans/p/assumptions?field=exchangeRates.eur-usd.rate",
      }),
    );
  });

  it("says which rate the plan lacks, and leads to it", () => {
    const results = euros({});
    expect(problemsOf(results, "p")).toContainEqual({
      id: "api.missing",
      tone: "warn",
      text: `${results.plan.options[0]?.name} is not ranked: the plan has no rate EUR to USD.`,
      linkText: "Add the rate",
      href: "/plans/p/assumptions?field=exchangeRates.eur-usd.rate",
    });
    expect(lackOf(results, "p")?.detail).toContain("no rate EUR to USD");
  });

  it("has its changes in its own currency", () => {
    const { plan } = euros();
    const text = changesText(plan, [
      { path: "options.api.outputPrice", value: 3 },
      { path: "exchangeRates.eur-usd.rate", value: 1.2 },
    ]);
    expect(text).toContain("to 3 EUR/M tokens");
    expect(text).toContain("rate EUR to USD 1.08 to 1.2");
  });

  it("has its rates in the plan's history, one line a pair", () => {
    const before = euros({}).plan;
    const after = euros().plan;
    expect(planDifference(before, after)).toMatchObject([
      {
        subject: "settings",
        fields: [
          {
            path: "exchangeRates.eur-usd.rate",
            label: "Rate EUR to USD",
            before: { text: "no rate" },
            after: { text: "1 EUR = 1.08 USD", evidence: "list" },
          },
        ],
      },
    ]);
  });
});
