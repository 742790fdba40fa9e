import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plansOnDevices } from "@/lib/engine/testing/arbitrary-devices";
import { plansWithEstates } from "@/lib/engine/testing/arbitrary-estates";
import { number } from "@/lib/engine/testing/arbitrary-figure";
import { arbitraryPlan } from "@/lib/engine/testing/arbitrary-plan";
import { anyShape } from "@/lib/engine/testing/arbitrary-shape";
import { plansSharingRequests } from "@/lib/engine/testing/arbitrary-shared-requests";
import { api, assumed, compound, inference, planOf, portfolio } from "@/lib/engine/testing/plans";
import { workbooksEach } from "@/lib/engine/testing/property-runs";
import { projected } from "@/lib/engine/testing/results";
import { checkPlanFile } from "@/lib/schemas/check";
import { disagreements } from "./testing/disagreements";

describe("a spreadsheet recalculates the plan to the same numbers", () => {
  const folder = "docs/examples";
  const plans = readdirSync(folder).filter((file) => file.endsWith(".json"));
  test.each(plans)("%s", { timeout: 60_000 }, (file) => {
    const checked = checkPlanFile(JSON.parse(readFileSync(`${folder}/${file}`, "utf8")));
    if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
    expect(disagreements(checked.value.plan)).toEqual([]);
  });

  test("tiers on the whole bill", () => {
    const tiers = [1000, 5000].map((from, index) => ({
      id: `tier-${index}`,
      fromSpend: assumed(from),
      discountFraction: assumed(0.1 * (index + 1)),
    }));
    const option = api({
      outputPrice: assumed(10),
      volumeDiscount: { reach: "whole-bill", tiers },
    });
    const growing = inference({ requestsPerMonth: assumed(90_000_000), growth: compound(9) });
    expect(disagreements(planOf({ workloads: [growing], options: [option] }))).toEqual([]);
  });

  test("random plans", () => {
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        expect(disagreements(plan)).toEqual([]);
      }),
      { ...workbooksEach, endOnFailure: true },
    );
  });

  test("random plans that cut a load curve and depreciate by MACRS", () => {
    const macrs = fc.constantFrom("macrs3" as const, "macrs5" as const, "macrs7" as const);
    const base = fc.constantFrom("own", "cloud");
    fc.assert(
      fc.property(arbitraryPlan(), anyShape, macrs, base, number(0, 2), (...parts) => {
        const [plan, loadShape, taxDepreciation, firstOptionId, baseLevelRatio] = parts;
        const cut = portfolio({
          id: "cut",
          mode: "base-and-burst",
          firstOptionId,
          secondOptionId: firstOptionId === "own" ? "cloud" : "api",
          baseLevelRatio,
        });
        const taxed = {
          ...plan,
          workloads: plan.workloads.map((row) =>
            row.kind === "inference" && !row.loadShape ? { ...row, loadShape } : row,
          ),
          options: [...plan.options, cut],
          assumptions: { ...plan.assumptions, taxRateFraction: assumed(0.3), taxDepreciation },
        };
        expect(disagreements(taxed)).toEqual([]);
      }),
      { ...workbooksEach, endOnFailure: true },
    );
  });

  test("random plans on devices", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(plansOnDevices, (plan) => {
        for (const { id } of projected(plan, "edge").lines) seen.add(id);
        expect(disagreements(plan, ["edge", "stages"])).toEqual([]);
      }),
      { ...workbooksEach, endOnFailure: true },
    );
    expect([...seen]).toEqual(
      expect.arrayContaining(["devices", "management", "power", "staff", "remainingBookValue"]),
    );
  });

  test("random plans that share requests", () => {
    const seen = new Set<string | null>();
    fc.assert(
      fc.property(plansSharingRequests, (plan) => {
        for (const option of plan.options)
          if (option.kind === "portfolio" && option.id === "shares") seen.add(option.firstOptionId);
        expect(disagreements(plan, ["shares"])).toEqual([]);
      }),
      { ...workbooksEach, endOnFailure: true },
    );
    expect([...seen].sort()).toEqual(["api", "cloud", "edge", "own"]);
  });

  test("random plans with several estates", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(plansWithEstates, (plan) => {
        for (const { id } of projected(plan, "own").lines) seen.add(id);
        expect(disagreements(plan, ["own"])).toEqual([]);
      }),
      { ...workbooksEach, endOnFailure: true },
    );
    expect([...seen]).toEqual(
      expect.arrayContaining(["servers", "lease", "exitFee", "residualValue", "decommissioning"]),
    );
  });
});
