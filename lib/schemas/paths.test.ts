import { describe, expect, it } from "vitest";
import { testPlan } from "@/lib/testing/plan";
import { figure } from "./figure";
import { houseStyleContent } from "./house-style";
import { plainLabels } from "./labels";
import { figuresOf, specAt, specOf } from "./paths";
import { planFile } from "./plan";
import { elementOf, shapeOf, unwrap } from "./walk";

describe("figuresOf and specAt", () => {
  it("names every figure of a plan by a path that leads back to it", () => {
    const figures = figuresOf(testPlan());
    expect(new Set(figures.map(({ path }) => path)).size).toBe(figures.length);
    for (const { path, spec } of figures) expect(specAt(testPlan(), path)).toBe(spec);
    const written = JSON.stringify(testPlan()).match(/"value":[^,}]+,"evidence"/g) ?? [];
    expect(figures).toHaveLength(written.length);
  });

  it("goes through ids, unions and optional parts", () => {
    const plan = testPlan();
    const label = (path: string) => specAt(plan, path)?.label;
    expect(label("options.cloud.throughput.claims.outputTokensPerSecond")).toBe(
      "Output throughput a replica",
    );
    expect(label("workloads.claims.growth.ratePerYearFraction")).toBe("Demand growth");
    expect(label("assumptions.apiPricePath.changePerYearFraction")).toBe("API price change");
  });

  it.each([
    "options.cloud.rate.value",
    "options.gone.rate",
    "options.onprem.owned.servers",
    "workloads.claims.growth.addedPerYearFraction",
    "assumptions.__proto__.rate",
    "constructor",
    "horizonMonths",
    "",
  ])("knows no input at %j", (path) => {
    expect(specAt(testPlan(), path)).toBeUndefined();
  });
});

describe("plainLabels", () => {
  it("names every field of a plan file and of a house style that is not a figure", () => {
    const fields = new Set(Object.keys(figure({ label: "", unit: "count", min: 0, max: 1 }).shape));
    const visit = (schema: Parameters<typeof unwrap>[0]): void => {
      const inner = unwrap(schema);
      const element = elementOf(inner);
      if (element) visit(element);
      const options = "options" in inner._zod.def ? (inner._zod.def.options as never[]) : [];
      options.forEach(visit);
      for (const [field, child] of Object.entries(shapeOf(inner, {}) ?? {})) {
        if (specOf(child)) continue;
        fields.add(field);
        visit(child);
      }
    };
    visit(planFile);
    visit(houseStyleContent);
    expect(Object.keys(plainLabels).sort()).toEqual([...fields].sort());
  });
});
