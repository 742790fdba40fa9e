import { describe, expect, it } from "vitest";
import { testPlan } from "@/lib/testing/plan";
import { checkOption, checkPlan, checkPlanFile, checkSettings } from "./check";
import { pairOfPath, ratePath } from "./exchange-rate";
import { fieldSpecAt, figuresOf, specAt } from "./paths";

const rate = (value: number | null, from = "EUR", to = "USD") => ({
  from,
  to,
  rate: { value, evidence: "list", source: "European Central Bank", date: "2026-11-20" },
});
const withRates = (...exchangeRates: unknown[]) => ({ ...testPlan(), exchangeRates });
const issuesOf = (input: unknown) => {
  const checked = checkPlan(input);
  return checked.ok ? [] : checked.issues;
};

describe("exchange rates", () => {
  it("are kept by a plan and its file, in both directions of a pair", () => {
    const plan = withRates(rate(1.08), rate(0.92, "USD", "EUR"));
    const [api, ...others] = plan.options;
    const both = { ...plan, options: [{ ...api, currency: "EUR" }, ...others] };
    expect(checkPlan(both)).toEqual({ ok: true, value: both });
    const file = { loadline: "plan", schemaVersion: 1, plan: both };
    expect(checkPlanFile(JSON.parse(JSON.stringify(file)))).toEqual({ ok: true, value: file });
  });

  it.each<[string, unknown[], string, string]>([
    [
      "a rate of 0",
      [rate(0)],
      "exchangeRates.eur-usd.rate",
      "Rate EUR to USD: Exchange rate is 0. Enter 0.000001 to 1,000,000, or leave it empty to mark it missing.",
    ],
    [
      "a negative rate",
      [rate(-1.08)],
      "exchangeRates.eur-usd.rate",
      "Rate EUR to USD: Exchange rate is −1.08. Enter 0.000001 to 1,000,000, or leave it empty to mark it missing.",
    ],
    [
      "a pair that is there twice",
      [rate(1.08), rate(1.09)],
      "exchangeRates",
      "EUR to USD has two rates. Keep one.",
    ],
    [
      "a currency that is none",
      [rate(1.08, "EUX")],
      "exchangeRates.eux-usd.from",
      "Rate EUX to USD: From is “EUX”. Use the ISO 4217 code of a currency in use, for example EUR.",
    ],
    [
      "a currency against itself",
      [rate(1, "EUR", "EUR")],
      "exchangeRates.eur-eur.to",
      "Rate EUR to EUR: A rate joins two currencies. Choose another for one of its ends.",
    ],
  ])("refuse %s", (_, rates, path, message) => {
    expect(issuesOf(withRates(...rates))).toEqual([{ path, message }]);
  });

  it("may be taken out while a scenario changes one, as a row may be deleted", () => {
    const scenario = {
      id: "weak",
      name: "Weak euro",
      changes: [{ path: "exchangeRates.eur-usd.rate", value: 0.9 }],
    };
    const plan = { ...withRates(rate(1.08)), scenarios: [scenario] };
    const checked = checkPlan(plan);
    if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
    const { workloads, options, scenarios, exchangeRates, ...settings } = checked.value;
    expect(checkSettings(checked.value, settings).ok).toBe(true);
  });
});

describe("a rate's path", () => {
  it("names the rate by its pair, there or not", () => {
    const checked = checkPlan(withRates(rate(1.08)));
    if (!checked.ok) throw new Error("the plan is valid");
    const path = ratePath({ from: "EUR", to: "USD" });
    expect(figuresOf(checked.value).map((figure) => figure.path)).toContain(path);
    expect(specAt(checked.value, path)?.label).toBe("Rate EUR to USD");
    const missing = ratePath({ from: "CHF", to: "USD" });
    expect(specAt(checked.value, missing)).toBeUndefined();
    expect(fieldSpecAt(checked.value, missing)?.label).toBe("Rate CHF to USD");
  });
});

describe("an option's currency", () => {
  it("is an ISO code", () => {
    const option = { ...testPlan().options[0], currency: "euro" };
    expect(checkOption(testPlan(), option)).toEqual({
      ok: false,
      issues: [
        {
          path: "options.api.currency",
          message:
            "Currency is “euro”. Use the ISO 4217 code of a currency in use, for example EUR.",
        },
      ],
    });
  });

  it("is the one that its amounts are to be entered in", () => {
    const [api] = testPlan().options;
    const option = { ...api, currency: "EUR", outputPrice: { value: "$5", evidence: "list" } };
    const checked = checkOption(testPlan(), option);
    expect(checked.ok ? "" : checked.issues[0]?.message).toContain("Enter it in EUR, ");
  });
});

it("the path of a rate names its two currencies, and no other path does", () => {
  const pair = { from: "EUR", to: "USD" };
  expect(pairOfPath(ratePath(pair))).toEqual(pair);
  for (const path of ["exchangeRates.eur-eur.rate", "exchangeRates.abc-usd.rate", "powerPrice"])
    expect(pairOfPath(path)).toBeNull();
});
