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
