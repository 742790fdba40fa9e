import { describe, expect, it } from "vitest";
import { cumulativeCostChart } from "@/lib/views/cumulative-cost";
import { examplePlan, resultsOf } from "@/lib/views/testing/example";
import type { ChartView } from "@/lib/views/types";
import { sameWords } from "./chart-source";

const claims = examplePlan("claims-assistant");
const path = "workloads.claims.growth.ratePerYearFraction";
const at = (value: number) =>
  cumulativeCostChart(resultsOf(claims, { changes: [{ path, value }] })) as ChartView;

describe("sameWords", () => {
  it("holds where only the numbers of the lines moved", () => {
    const [before, after] = [at(0.6), at(0.6001)];
    expect(before.series[0]?.values).not.toEqual(after.series[0]?.values);
    expect(sameWords(before, after)).toBe(true);
  });

  it("fails where a title, a mark or a line is another", () => {
    const before = at(0.6);
    expect(sameWords(before, at(1.2))).toBe(false);
    expect(sameWords(before, { ...before, title: "x" })).toBe(false);
    expect(sameWords(before, { ...before, marks: before.marks.slice(1) })).toBe(false);
    expect(sameWords(before, { ...before, series: before.series.slice(1) })).toBe(false);
  });
});
