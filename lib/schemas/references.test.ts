import { expect, it } from "vitest";
import { testPlan } from "@/lib/testing/plan";
import { checkPlan } from "./check";
import type { Plan } from "./plan";
import type { PortfolioOption } from "./portfolio-option";
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

const portfolio = (parts: Partial<PortfolioOption>): PortfolioOption => ({
  id: "mix",
  kind: "portfolio",
  name: "Mix",
  mode: "staged",
  firstOptionId: null,
  secondOptionId: null,
  baseLevelRatio: { value: 1, evidence: "assumed" },
  switchMonth: { value: 13, evidence: "assumed" },
  ...parts,
});

it("takes a deleted option out of a portfolio, and refuses one inside another or twice", () => {
  const mix = portfolio({ firstOptionId: "onprem", secondOptionId: "cloud" });
  const plan = testPlan();
  const withMix = (parts: Partial<typeof mix>, options = plan.options): Plan => ({
    ...plan,
    options: [...options, { ...mix, ...parts }],
  });
  expect(referenceIssues(withMix({}))).toEqual([]);
  const lost = withoutDangling(withMix({}, without("options", "cloud").options));
  expect(lost.options.at(-1)).toMatchObject({ firstOptionId: "onprem", secondOptionId: null });
  const messages = (parts: Partial<typeof mix>) =>
    referenceIssues(withMix(parts)).map(({ path, message }) => [path, message]);
  expect(messages({ firstOptionId: "mix" })).toEqual([
    [
      "options.mix.firstOptionId",
      "First option is Mix, which is a portfolio. Choose a managed API, cloud, on-premises or edge option, or none.",
    ],
  ]);
  expect(messages({ secondOptionId: "onprem" })).toEqual([
    [
      "options.mix.secondOptionId",
      "Second option is the same as the first. Choose another, or none.",
    ],
  ]);
});
