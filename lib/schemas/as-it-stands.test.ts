import { isDeepStrictEqual } from "node:util";
import { expect, it } from "vitest";
import { starterPlan } from "@/lib/catalog/starter-plan";
import { templateIds } from "@/lib/catalog/templates";
import { testPlan } from "@/lib/testing/plan";
import { asItStands } from "./as-it-stands";
import { checkPlan } from "./check";
import { checkPlanToCompute } from "./check-to-compute";
import { plan as planSchema } from "./plan";

type Held = Record<string, unknown>;

/** The plan with each of its fields in turn left out, of another kind, and beside one that nobody knows. */
function broken(plan: unknown): unknown[] {
  const found: unknown[] = [];
  const visit = (at: Held) => {
    for (const [key, value] of Object.entries(at)) {
      for (const wrong of [undefined, null, -1e12, "", [], {}]) {
        at[key] = wrong;
        found.push(structuredClone(root));
      }
      delete at[key];
      found.push(structuredClone(root));
      at[key] = value;
      if (typeof value === "object" && value !== null) visit(value as Held);
    }
    if (!Array.isArray(at)) {
      at.unknown = 1;
      found.push(structuredClone(root));
      delete at.unknown;
    }
  };
  const root = structuredClone(plan) as Held;
  visit(root);
  return found;
}

const right = templateIds.map((templateId) =>
  starterPlan({ templateId, name: "A", startMonth: "2027-01" }),
);
const test = asItStands(planSchema);

it("takes every plan of ours as it stands, in whatever order its fields come", () => {
  for (const plan of [...right, testPlan()]) {
    const turned = Object.fromEntries(Object.entries(plan).reverse());
    expect([test(plan), test(turned)]).toEqual([true, true]);
  }
});

it("never takes what a parse refuses or mends", () => {
  const wrong = [...broken(testPlan()), null, "plan", [], { ...testPlan(), name: " Spaced " }];
  const taken = wrong.filter(test);
  for (const plan of taken)
    expect(planSchema.safeParse(plan)).toEqual({ success: true, data: plan });
  expect(wrong.length - taken.length).toBeGreaterThan(1000);
  expect(test(JSON.parse('{"__proto__": {}}'))).toBe(false);
});

it("changes nothing of what is said about a plan that will be computed", () => {
  const crossed = testPlan();
  Object.assign(crossed.assumptions.powerPrice, { low: 2, high: 1 });
  const dangling = testPlan();
  dangling.assumptions.baselineOptionId = "gone";
  const plans = [...right, ...broken(testPlan()).filter(test), crossed, dangling, null];
  const otherwise = plans.filter(
    (plan) => !isDeepStrictEqual(checkPlanToCompute(plan), checkPlan(plan)),
  );
  expect(otherwise).toEqual([]);
  expect([test(crossed), checkPlanToCompute(crossed).ok]).toEqual([true, false]);
  expect([test(dangling), checkPlanToCompute(dangling).ok]).toEqual([true, false]);
});
