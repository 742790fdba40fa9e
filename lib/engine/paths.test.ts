import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { figuresOf } from "@/lib/schemas/paths";
import { applyChanges, figureAt, underScenario } from "./index";
import { arbitraryPlan } from "./testing/arbitrary-plan";
import { assumed, cloud, inference, onPremises, planOf, yearly } from "./testing/plans";

const plan = planOf({
  workloads: [inference()],
  options: [
    cloud({ rate: { ...assumed(2.5), evidence: "list", source: "Price list" } }),
    onPremises(),
  ],
  assumptions: { hardwarePricePath: yearly(-0.3) },
});

describe("figureAt", () => {
  it("finds rows by id, a throughput by its workload, and settings by name", () => {
    expect(figureAt(plan, "options.cloud.rate")?.value).toBe(2.5);
    expect(figureAt(plan, "options.cloud.throughput.chat.outputTokensPerSecond")?.value).toBe(1);
    expect(figureAt(plan, "workloads.chat.growth.ratePerYearFraction")?.value).toBe(0);
    expect(figureAt(plan, "assumptions.hardwarePricePath.changePerYearFraction")?.value).toBe(-0.3);
  });

  it("finds nothing at a path that is no figure", () => {
    for (const path of [
      "options.nobody.rate",
      "options.cloud",
      "options.cloud.name",
      "options.cloud.__proto__.rate",
      "options.0.rate",
      "nothing.at.all",
      "",
    ]) {
      expect(figureAt(plan, path)).toBeUndefined();
    }
  });

  it("finds every figure that the schema knows of", () => {
    fc.assert(
      fc.property(arbitraryPlan(), (any) => {
        for (const { path, figure } of figuresOf(any)) expect(figureAt(any, path)).toBe(figure);
      }),
      { numRuns: 20 },
    );
  });
});

describe("applyChanges", () => {
  it("sets the value as an assumption, without the source of the old one", () => {
    const changed = applyChanges(plan, [{ path: "options.cloud.rate", value: 3 }]);
    expect(figureAt(changed, "options.cloud.rate")).toEqual({ value: 3, evidence: "assumed" });
  });

  it("keeps the plausible range, which is about the world", () => {
    const ranged = planOf({ options: [cloud({ rate: { ...assumed(2), low: 1, high: 4 } })] });
    const changed = applyChanges(ranged, [{ path: "options.cloud.rate", value: 3 }]);
    expect(figureAt(changed, "options.cloud.rate")).toMatchObject({ low: 1, high: 4 });
  });

  it("leaves the original as it was and shares what did not change", () => {
    const before = structuredClone(plan);
    const changed = applyChanges(plan, [
      { path: "options.cloud.rate", value: 3 },
      { path: "assumptions.hardwarePricePath.changePerYearFraction", value: -0.1 },
    ]);
    expect(plan).toEqual(before);
    expect(changed.options[1]).toBe(plan.options[1]);
    expect(changed.workloads).toBe(plan.workloads);
    expect(changed.options[0]).not.toBe(plan.options[0]);
  });

  it("takes the last of two changes to one input", () => {
    const path = "options.cloud.rate";
    const changed = applyChanges(plan, [
      { path, value: 3 },
      { path, value: 4 },
    ]);
    expect(figureAt(changed, path)?.value).toBe(4);
  });

  it("ignores unknown paths and values that are not numbers", () => {
    const changes = [
      { path: "options.nobody.rate", value: 1 },
      { path: "options.cloud.policy", value: 1 },
      { path: "options.cloud.rate", value: Number.NaN },
      { path: "options.cloud.rate", value: Number.POSITIVE_INFINITY },
    ];
    expect(applyChanges(plan, changes)).toBe(plan);
  });
});

describe("a plan under one of its scenarios", () => {
  const changes = [{ path: "options.cloud.rate", value: 3 }];
  const scenarios = [{ id: "dear", name: "Dear", changes }];
  const withScenario = { ...plan, scenarios } as typeof plan;

  it("has the scenario's values", () => {
    const shown = underScenario(withScenario, "dear");
    expect(shown && figureAt(shown, "options.cloud.rate")?.value).toBe(3);
  });

  it("is the plan itself where none is named, and nothing where the scenario is gone", () => {
    expect(underScenario(withScenario, null)).toBe(withScenario);
    expect(underScenario(withScenario, "gone")).toBeNull();
  });
});
