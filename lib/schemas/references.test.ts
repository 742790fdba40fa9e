import { expect, it } from "vitest";
import { testPlan } from "@/lib/testing/plan";
import { checkPlan } from "./check";
import type { Plan } from "./plan";
import { referenceIssues, withoutDangling } from "./references";

const without = (rows: "workloads" | "options", id: string): Plan => {
  const plan = testPlan();
  return { ...plan, [rows]: plan[rows].filter((row) => row.id !== id) };
};

it("leaves a plan alone that points at nothing missing", () => {
  expect(withoutDangling(testPlan())).toEqual(testPlan());
});

it.each([
  ["workloads", "claims"],
  ["workloads", "tuning"],
  ["options", "api"],
  ["options", "cloud"],
  ["options", "onprem"],
] as const)("makes a valid plan of one whose %s lost %s", (rows, id) => {
  const plan = withoutDangling(without(rows, id));
  expect(referenceIssues(plan)).toEqual([]);
  expect(checkPlan(plan)).toEqual({ ok: true, value: plan });
});

it("drops the bridge, the baseline and the scenario's changes that named a deleted option", () => {
  const plan = withoutDangling(without("options", "cloud"));
  expect(plan.options[1]).toMatchObject({ id: "onprem", bridgeOptionId: null });
  expect(plan.scenarios[0]?.changes).toHaveLength(1);
  expect(withoutDangling(without("options", "api")).assumptions.baselineOptionId).toBeNull();
});
