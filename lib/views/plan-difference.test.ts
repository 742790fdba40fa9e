import { describe, expect, it } from "vitest";
import type { Plan } from "@/lib/schemas/plan";
import { testPlan } from "@/lib/testing/plan";
import { planDifference } from "./plan-difference";
import { versionComparison } from "./plan-history";

const plan = testPlan();
const owned = plan.options.find(({ kind }) => kind === "on-premises");
if (owned?.kind !== "on-premises") throw new Error("the test's plan has servers of its own");

function withOwned(change: object): Plan {
  const options = plan.options.map((option) =>
    option.id === owned?.id ? { ...option, ...change } : option,
  );
  return { ...plan, options } as Plan;
}

describe("planDifference", () => {
  it("says nothing of two plans that are the same", () => {
    expect(planDifference(plan, testPlan())).toEqual([]);
  });

  it("says of a budget that came its year and its amount", () => {
    const budget = (fiscalYear: number, value: number) => ({
      fiscalYear,
      amount: { value, evidence: "quoted" as const },
      basis: "cash" as const,
    });
    const before = { ...plan, budgets: [budget(2027, 150_000)] };
    const after = { ...plan, budgets: [budget(2027, 150_000), budget(2028, 90_000)] };
    expect(planDifference(before, after)[0]?.fields).toEqual([
      {
        path: "budgets.fy2028",
        label: "Budget, FY2028",
        before: { text: "no budget" },
        after: { text: "$90,000 in cash", evidence: "quoted" },
      },
    ]);
  });

  it("writes what was in the currency it was in", () => {
    const quote = { ...owned.quote, serverPrice: { value: 200_000, evidence: "quoted" } };
    const [part] = planDifference(plan, withOwned({ quote, currency: "EUR" }));
    const price = part?.fields.find(({ path }) => path === "quote.serverPrice");
    expect(price?.before.text).toMatch(/^\$[\d,]+$/);
    expect(price?.after.text).toBe("€200,000");
  });

  it("says runs by month, a residual by age and levers in words", () => {
    const training = plan.workloads.find(({ kind }) => kind === "training");
    const runs = [
      { month: 1, count: 1 },
      { month: 7, count: 2 },
    ];
    const workloads = plan.workloads.map((row) =>
      row === training ? { ...row, runSchedule: { runs, evidence: "assumed" as const } } : row,
    );
    const residualCurve = { points: [{ ageMonths: 12, fraction: 0.5 }], evidence: "assumed" };
    const levers = [
      {
        id: "a",
        kind: "quantization",
        speedRatio: { value: 2, evidence: "assumed" },
        reach: "added",
        isOn: true,
      },
    ];
    const throughput = owned.throughput.map((row) => ({ ...row, levers }));
    const after = { ...withOwned({ residualCurve, throughput }), workloads };
    const texts = planDifference(plan, after)
      .flatMap(({ fields }) => fields)
      .map((field) => field.after.text);
    expect(texts).toContain("month 2: 1 run, month 8: 2 runs");
    expect(texts).toContain("12 months: 50%");
    expect(texts).toContain("quantization 2.00x, on top");
    expect(texts.join()).not.toMatch(/NaN|undefined|\bone\b/);
  });

  it("names a price by its label, in the plan's money, with how firm it is", () => {
    const quote = { ...owned.quote, serverPrice: { value: 274_500, evidence: "quoted" } };
    expect(planDifference(plan, withOwned({ quote }))).toEqual([
      {
        subject: "option",
        id: owned.id,
        name: owned.name,
        kind: "changed",
        fields: [
          {
            path: "quote.serverPrice",
            label: "Server price",
            before: expect.objectContaining({ text: expect.stringMatching(/^\$[\d,]+|unpriced$/) }),
            after: { text: "$274,500", evidence: "quoted" },
          },
        ],
      },
    ]);
  });

  it("writes an unpriced figure as a word, and a changed source as one", () => {
    const unpriced = { ...owned.quote, serverPrice: { value: null, evidence: "assumed" } };
    const [part] = planDifference(plan, withOwned({ quote: unpriced }));
    expect(part?.fields[0]?.after.text).toBe("unpriced");
    const space = { ...owned.space, source: "A letter" };
    const [moved] = planDifference(plan, withOwned({ space }));
    expect(moved?.fields[0]).toMatchObject({
      label: "Space, its source",
      after: { text: "assumed, A letter" },
    });
  });

  it("names options in place of their ids, and curves by kind and figures", () => {
    const [first] = plan.options;
    const changed: Plan = {
      ...plan,
      assumptions: {
        ...plan.assumptions,
        baselineOptionId: null,
        cloudPricePath: {
          kind: "steps",
          evidence: "assumed",
          steps: [{ month: 12, factor: 0.8 }],
        },
      },
    };
    const texts = planDifference(plan, changed)[0]?.fields.map((field) => [
      field.before.text,
      field.after.text,
    ]);
    expect(texts).toContainEqual([first?.name, "automatic"]);
    expect(texts).toContainEqual(["annual, \u221210%/yr", "steps, month 13 \u00d7 0.8"]);
  });

  it("tells what was added and deleted, and what a scenario sets", () => {
    const [scenario] = plan.scenarios;
    const without = { ...plan, options: plan.options.slice(1) };
    expect(planDifference(plan, without)[0]).toMatchObject({ kind: "removed", fields: [] });
    expect(planDifference(without, plan)[0]).toMatchObject({ kind: "added", fields: [] });
    const [part] = planDifference(
      { ...plan, scenarios: [{ ...scenario, changes: [] } as Plan["scenarios"][number]] },
      { ...plan, scenarios: [scenario as Plan["scenarios"][number]] },
    );
    expect(part?.fields[0]?.before.text).toBe("as in Base");
  });
});

it("compares what two versions answer, option by option", () => {
  const at = "2026-11-21T10:00:00.000Z";
  const without = { ...plan, options: plan.options.slice(1) };
  const { options, from, to } = versionComparison(
    "plan",
    { version: 1, at, plan },
    { version: 2, at, plan: without },
  );
  expect(options).toHaveLength(plan.options.length);
  expect(options.find(({ id }) => id === plan.options[0]?.id)).toMatchObject({
    after: "not there",
    before: expect.stringMatching(/^\$|not ranked/),
  });
  expect([from.version, to.version]).toEqual([1, 2]);
  expect(from.cheapest).not.toBeNull();
});
