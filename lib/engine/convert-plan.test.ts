import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isMoneyUnit } from "@/lib/schemas/figure";
import { supplyOption } from "@/lib/schemas/option";
import { figuresOf, specOf } from "@/lib/schemas/paths";
import type { Plan } from "@/lib/schemas/plan";
import { elementOf, kindOf, unwrap } from "@/lib/schemas/walk";
import { inPlanCurrency } from "./convert-plan";
import { project, walkAwayPrice } from "./index";
import { moneyFields } from "./money-fields";
import { figureAt } from "./paths";
import { arbitraryPlan } from "./testing/arbitrary-plan";
import { magnitude, near, optionOf } from "./testing/expectations";
import { withValues } from "./testing/plan-inputs";
import { api, assumed, cloud, inference, onPremises, planOf } from "./testing/plans";
import { plansEach } from "./testing/property-runs";
import { lineOf, projected } from "./testing/results";

type Schema = Parameters<typeof unwrap>[0];

/** Every figure that any option could have, each branch of each union taken. */
function figuresInSchema(
  schema: Schema,
  name: string,
  visit: (name: string, unit: string) => void,
) {
  const inner = unwrap(schema);
  const spec = specOf(inner);
  if (spec) return visit(name, isMoneyUnit(spec.unit) ? "money" : "other");
  const { options, shape } = inner._zod.def as {
    options?: Schema[];
    shape?: Record<string, Schema>;
  };
  const element = elementOf(inner);
  if (element) figuresInSchema(element, name, visit);
  for (const option of options ?? [])
    if (kindOf(option) === "object") figuresInSchema(option, name, visit);
  for (const [field, child] of Object.entries(shape ?? {})) figuresInSchema(child, field, visit);
}

describe("the table of money fields", () => {
  it("names each figure in money that the schema of an option has, and no other", () => {
    const found = { money: new Set<string>(), other: new Set<string>() };
    figuresInSchema(supplyOption, "", (name, unit) => found[unit as keyof typeof found].add(name));
    expect([...moneyFields].toSorted()).toEqual([...found.money].toSorted());
    expect([...found.other].filter((name) => moneyFields.has(name))).toEqual([]);
    expect(found.other.size).toBeGreaterThan(30);
  });
});

const chat = inference({ requestsPerMonth: assumed(1_000_000) });
const euros = (parts: Partial<Plan> = {}, price: number | null = 10) =>
  planOf({
    workloads: [chat],
    options: [api({ currency: "EUR", outputPrice: assumed(price) })],
    ...parts,
  });
const eurUsd = { from: "EUR", to: "USD", rate: assumed(1.08) };

describe("an option in a currency of its own", () => {
  it("costs its amounts at the plan's rate: 10 EUR at 1.08 is $10.80 for a million tokens", () => {
    const option = projected(euros({ exchangeRates: [eurUsd] }), "api");
    expect(lineOf(option, "outputTokens").cash[0]).toBeCloseTo(10.8, 12);
    expect(lineOf(option, "outputTokens").inputs).toEqual(
      expect.arrayContaining(["options.api.outputPrice", "exchangeRates.eur-usd.rate"]),
    );
  });

  it("reads both rates where it goes through the dollar: 10 x 1.1 / 1.25 = 8.80 pounds", () => {
    const rates = [
      { from: "EUR", to: "USD", rate: assumed(1.1) },
      { from: "GBP", to: "USD", rate: assumed(1.25) },
    ];
    const option = projected(euros({ currency: "GBP", exchangeRates: rates }), "api");
    expect(lineOf(option, "outputTokens").cash[0]).toBeCloseTo(8.8, 12);
    expect(lineOf(option, "outputTokens").inputs).toEqual(
      expect.arrayContaining(["exchangeRates.eur-usd.rate", "exchangeRates.gbp-usd.rate"]),
    );
  });

  it("is unpriced without a rate, and names the rate once, not its prices", () => {
    const option = projected(euros(), "api");
    expect(option.status).toBe("incomplete");
    expect(option.missing).toEqual([{ path: "exchangeRates.eur-usd.rate" }]);
    const empty = { ...eurUsd, rate: assumed(null) };
    expect(projected(euros({ exchangeRates: [empty] }), "api").missing).toEqual(option.missing);
  });

  it("still names a price that it lacks", () => {
    const { missing } = projected(euros({}, null), "api");
    expect(missing).toContainEqual({ path: "options.api.outputPrice" });
  });

  it("needs no rate in the plan's own currency, and leaves the plan as it is", () => {
    const plan = euros({ currency: "EUR" });
    expect(projected(plan, "api").status).toBe("complete");
    expect(inPlanCurrency(plan)).toBe(plan);
  });

  it("leaves alone what is no money, what is the plan's, and what another option has", () => {
    const plan = planOf({
      options: [
        onPremises({ currency: "EUR", serverPower: assumed(10) }),
        cloud({ rate: assumed(3) }),
      ],
      assumptions: { powerPrice: assumed(0.2), staffCost: assumed(100_000) },
      exchangeRates: [eurUsd],
    });
    const converted = inPlanCurrency(plan);
    expect(converted.options[1]).toBe(plan.options[1]);
    expect(converted.assumptions).toBe(plan.assumptions);
    expect(figureAt(converted, "options.own.serverPower")).toBe(
      figureAt(plan, "options.own.serverPower"),
    );
  });

  it("has its walk-away price in its own currency: a quote of $1.08 is one of 1 EUR", () => {
    const at = (currency: string | undefined, serverPrice: number) => {
      const quote = { ...onPremises().quote, serverPrice: assumed(serverPrice) };
      const plan = planOf({
        workloads: [chat],
        options: [
          onPremises({ quote, leadTimeMonths: assumed(0), ...(currency && { currency }) }),
          api({ outputPrice: assumed(500) }),
        ],
        exchangeRates: [eurUsd],
      });
      return walkAwayPrice(plan, "own", "api");
    };
    const [dollars, own] = [at(undefined, 108), at("EUR", 100)];
    expect(dollars.verdict).toBe("price");
    expect(own.quotedServerPrice).toBe(100);
    expect(own.serverPrice).toBeCloseTo((dollars.serverPrice ?? 0) / 1.08, 9);
  });
});

/** The plan in one currency by hand: each amount of an option times the rate, and no currency on any. */
function inOneCurrency(plan: Plan, factors: Readonly<Record<string, number>>): Plan {
  const values = figuresOf(plan).flatMap(({ path, spec, figure }) => {
    const option = plan.options.find(({ id }) => path.startsWith(`options.${id}.`));
    const currency = option && "currency" in option ? option.currency : undefined;
    if (!isMoneyUnit(spec.unit) || currency === undefined) return [];
    return [[path, (figure.value ?? 0) * (factors[currency] ?? Number.NaN)] as const];
  });
  const priced = withValues(plan, new Map(values));
  const options = priced.options.map((option) => {
    const { currency: _, ...rest } = option as typeof option & { currency?: string };
    return rest;
  });
  return { ...priced, options, exchangeRates: [] };
}

const rateOf = (plan: Plan, from: string, to: string) =>
  plan.exchangeRates?.find((row) => row.from === from && row.to === to)?.rate.value ?? null;

/** What each currency is worth in the plan's, worked out from the rates alone. */
function factorsOf(plan: Plan): Record<string, number> {
  const toUsd = {
    USD: 1,
    EUR: rateOf(plan, "EUR", "USD") ?? 0,
    SEK: 1 / (rateOf(plan, "USD", "SEK") ?? 0),
  };
  if (plan.currency === "USD") return toUsd;
  const pounds = 1 / (rateOf(plan, "GBP", "USD") ?? 0);
  return {
    USD: pounds,
    EUR: rateOf(plan, "EUR", "GBP") ?? toUsd.EUR * pounds,
    SEK: toUsd.SEK * pounds,
  };
}

describe("random plans in several currencies", () => {
  it("project as the plan with each amount multiplied by its rate", () => {
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        const [converted, byHand] = [plan, inOneCurrency(plan, factorsOf(plan))].map(project);
        for (const option of byHand?.options ?? []) {
          const other = converted && optionOf(converted, option.optionId);
          expect(other?.status).toBe(option.status);
          const scale = magnitude(option);
          near(other?.summary.netPresentCost ?? Number.NaN, option.summary.netPresentCost, scale);
          near(other?.summary.accrual ?? Number.NaN, option.summary.accrual, scale);
        }
      }),
      plansEach,
    );
  });

  it("at a rate of 1 cost what they cost in one currency, to the last bit", () => {
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        const at = { from: "CHF", to: plan.currency, rate: assumed(1) };
        const plain = inOneCurrency(plan, factorsOf(plan));
        const options = plain.options.map((option) =>
          option.kind === "portfolio" ? option : { ...option, currency: "CHF" },
        );
        const francs = project({ ...plain, options, exchangeRates: [at] });
        for (const [nth, option] of project(plain).options.entries()) {
          expect(francs.options[nth]?.summary).toEqual(option.summary);
        }
      }),
      plansEach,
    );
  });
});
