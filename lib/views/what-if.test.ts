import { describe, expect, it } from "vitest";
import { changesText, mergedChanges } from "./changes";
import { examplePlan, resultsOf } from "./testing/example";
import { whatIfInputs } from "./what-if";

const claims = examplePlan("claims-assistant");
const { projection } = resultsOf(claims);

describe("whatIfInputs", () => {
  const inputs = whatIfInputs(claims, projection);

  it("offers growth first and never more than eight", () => {
    expect(inputs[0]?.path).toBe("workloads.claims.growth.ratePerYearFraction");
    expect(inputs.length).toBeLessThanOrEqual(8);
    expect(new Set(inputs.map(({ path }) => path)).size).toBe(inputs.length);
  });

  it("spans the base, and the band from low to high where there is one", () => {
    for (const { range, base, low, high } of inputs) {
      expect(range[0]).toBeLessThanOrEqual(Math.min(base, low ?? base));
      expect(range[1]).toBeGreaterThanOrEqual(Math.max(base, high ?? base));
      expect(range[1]).toBeGreaterThan(range[0]);
    }
  });

  it("leaves out a stepped curve and what is unpriced", () => {
    const plan = structuredClone(claims);
    plan.assumptions.apiPricePath = {
      kind: "steps",
      steps: [{ month: 12, factor: 0.5 }],
      evidence: "assumed",
    };
    plan.assumptions.powerPrice.value = null;
    const paths = whatIfInputs(plan, projection).map(({ path }) => path);
    expect(paths.some((path) => path.includes("apiPricePath"))).toBe(false);
    expect(paths).not.toContain("assumptions.powerPrice");
  });

  it("has no hardware sliders where nothing is bought", () => {
    const plan = { ...claims, options: claims.options.filter(({ kind }) => kind === "api") };
    const paths = whatIfInputs(plan, projection).map(({ path }) => path);
    expect(paths).toEqual([
      "workloads.claims.growth.ratePerYearFraction",
      "assumptions.apiPricePath.changePerYearFraction",
    ]);
  });
});

describe("changes", () => {
  it("read as before and after, and later ones win", () => {
    const growth = { path: "workloads.claims.growth.ratePerYearFraction", value: 0.8 };
    expect(changesText(claims, [growth])).toBe("Demand growth 60%/yr to 80%/yr.");
    expect(changesText(claims, [])).toBe("Nothing is changed.");
    expect(mergedChanges([{ ...growth, value: 0.1 }], [growth])).toEqual([growth]);
  });
});
