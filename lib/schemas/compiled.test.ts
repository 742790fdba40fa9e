import { expect, it } from "vitest";
import { starterPlan } from "@/lib/catalog/starter-plan";
import { templateIds } from "@/lib/catalog/templates";
import { testPlan } from "@/lib/testing/plan";
import { checkPlan } from "./check";
import { compile } from "./compiled";
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

it("says the same of every plan as before, right or wrong", () => {
  const plans = [
    ...templateIds.map((templateId) =>
      starterPlan({ templateId, name: "A", startMonth: "2027-01" }),
    ),
    ...broken(testPlan()),
    null,
    "plan",
    [],
  ];
  const before = plans.map((plan) => JSON.stringify(checkPlan(plan)));
  expect(before.filter((said) => said.startsWith('{"ok":false')).length).toBeGreaterThan(500);
  compile(planSchema);
  compile(planSchema);
  expect(plans.map((plan) => JSON.stringify(checkPlan(plan)))).toEqual(before);
});
