import { describe, expect, it } from "vitest";
import { breakEvenMonth } from "@/lib/engine";
import { cumulativeCostChart } from "./cumulative-cost";
import { examplePlan, resultsOf } from "./testing/example";

const claims = examplePlan("claims-assistant");
const results = resultsOf(claims);
const chart = cumulativeCostChart(results);

describe("cumulativeCostChart", () => {
  it("draws every complete option from nothing to its total, and has the same numbers as a table", () => {
    expect(chart?.series.map(({ id }) => id)).toEqual(["api", "cloud", "on-premises"]);
    for (const [index, series] of (chart?.series ?? []).entries()) {
      const option = results.projection.options[index];
      expect(series.values[0]).toBe(0);
      expect(series.values.at(-1)).toBeCloseTo(option?.summary.cash ?? 0, 4);
      const column = chart?.table.rows.map(({ cells }) => cells[index + 1]?.sort);
      expect(column).toEqual(series.values.slice(1));
    }
  });

  it("says in its title who leads since when, as the engine has it", () => {
    const months = ["cloud", "api"].map(
      (id) =>
        breakEvenMonth(results.projection, "on-premises", id, {
          view: "cash",
          discountRatePerYearFraction: null,
        }).forGoodFrom ?? 0,
    );
    expect(chart?.title).toContain(
      `Own H200 servers cost least from month ${Math.max(...months) + 1}`,
    );
    expect(chart?.marks[0]).toMatchObject({ rank: "main" });
    expect(chart?.marks[0]?.title).toContain(`Month ${Math.max(...months) + 1}, `);
  });

  it("says which line rises above which, since no line of a cost chart wins by passing", () => {
    expect(chart?.title).toMatch(/; Managed API rises above Cloud H200 in month \d+$/);
    const texts = chart?.marks.map(({ text }) => text);
    expect(texts).toContain("Managed API rises above Cloud H200");
    expect(texts?.join(" ")).not.toMatch(/pass/);
  });

  it("marks a crossing where the two drawn lines meet", () => {
    for (const mark of chart?.marks ?? []) {
      const pair = [mark.opens?.optionId, mark.opens?.againstId];
      const heights = pair.map((id) => {
        const values = chart?.series.find((series) => series.id === id)?.values ?? [];
        const [low, high] = [Math.floor(mark.x), Math.ceil(mark.x)];
        const share = mark.x - low;
        return (values[low] ?? 0) * (1 - share) + (values[high] ?? 0) * share;
      });
      expect(heights[0]).toBeCloseTo(heights[1] ?? 0, 2);
      expect(mark.y).toBeCloseTo(heights[0] ?? 0, 2);
    }
  });

  it("leaves out an option that is not complete, and is nothing without any", () => {
    const unpriced = structuredClone(claims);
    for (const option of unpriced.options) if (option.kind === "cloud") option.rate.value = null;
    // The bridge of the servers is that same cloud option.
    expect(cumulativeCostChart(resultsOf(unpriced))?.series.map(({ id }) => id)).toEqual(["api"]);
    expect(cumulativeCostChart(resultsOf({ ...claims, options: [] }))).toBeNull();
  });

  it("names one option's total where there is nothing to compare", () => {
    const alone = { ...claims, options: claims.options.filter(({ kind }) => kind === "api") };
    expect(cumulativeCostChart(resultsOf(alone))?.title).toMatch(
      /^Managed API costs \$\d\.\d\dM over 60 months$/,
    );
  });
});
