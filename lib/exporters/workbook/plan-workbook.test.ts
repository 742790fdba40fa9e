import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryPlan } from "@/lib/engine/testing/arbitrary-plan";
import { workbooksEach } from "@/lib/engine/testing/property-runs";
import { checkPlanFile } from "@/lib/schemas/check";
import type { Plan } from "@/lib/schemas/plan";
import { disagreements } from "./testing/disagreements";

/** Tax has no cells yet. */
function untaxed(plan: Plan): Plan {
  const { taxRateFraction: _rate, ...assumptions } = plan.assumptions;
  return { ...plan, assumptions };
}

describe("a spreadsheet recalculates the plan to the same numbers", () => {
  const folder = "docs/examples";
  test.each(readdirSync(folder))("%s", { timeout: 60_000 }, (file) => {
    const checked = checkPlanFile(JSON.parse(readFileSync(`${folder}/${file}`, "utf8")));
    if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
    expect(disagreements(checked.value.plan)).toEqual([]);
  });

  test("random plans", () => {
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        expect(disagreements(untaxed(plan))).toEqual([]);
      }),
      { ...workbooksEach, endOnFailure: true },
    );
  });
});
