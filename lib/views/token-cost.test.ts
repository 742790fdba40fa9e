import { describe, expect, it } from "vitest";
import { monthlyTable } from "./monthly-table";
import { quarterlySpendChart } from "./quarterly-spend";
import { examplePlan, resultsOf } from "./testing/example";
import { tokenCostChart } from "./token-cost";

const claims = resultsOf(examplePlan("claims-assistant"));

describe("tokenCostChart", () => {
  it("gives the cost of a million tokens over the twelve months up to each month", () => {
    const { servedTokens, options } = claims.projection;
    const chart = tokenCostChart(claims);
    for (const [index, { accrual }] of options.entries()) {
      for (const month of [0, 5, 11, 12, 59]) {
        const window = (series: readonly number[]) =>
          series.slice(Math.max(0, month - 11), month + 1).reduce((sum, amount) => sum + amount, 0);
        const cost = (window(accrual.inference) / window(servedTokens)) * 1e6;
        expect(chart?.series[index]?.values[month]).toBeCloseTo(cost, 9);
      }
    }
  });

  it("says which option ends lowest, and does not take a still line for a fall", () => {
    expect(tokenCostChart(claims)?.title).toMatch(
      /^Every option gets cheaper by the token; Own H200 servers end lowest$/,
    );
    const flat = tokenCostChart(resultsOf(examplePlan("h200-against-gb300")));
    expect(flat?.title).toMatch(/^The cost of a token stays where it is; .* lowest$/);
  });
});

describe("the note on training in idle hours", () => {
  const note = /^In months with a training run in idle hours( on .+)?, training bears its share/;

  it("stands where inference costs less in months with a run, and nowhere else", () => {
    expect(tokenCostChart(claims)?.note).toMatch(note);
    expect(quarterlySpendChart(claims, "cloud")?.note).toMatch(note);
    expect(quarterlySpendChart(claims, "api")?.note).toBeUndefined();
    const plan = examplePlan("claims-assistant");
    const workloads = plan.workloads.filter(({ kind }) => kind === "inference");
    const untrained = resultsOf({ ...plan, workloads });
    expect(tokenCostChart(untrained)?.note).toBeUndefined();
    expect(quarterlySpendChart(untrained, "cloud")?.note).toBeUndefined();
  });

  it("names the options it is about, where others are beside them", () => {
    expect(tokenCostChart(claims)?.note).toContain(" on Cloud H200 and Own H200 servers,");
  });
});

describe("quarterlySpendChart and monthlyTable", () => {
  it("add up to the option's totals, inference apart from training", () => {
    const chart = quarterlySpendChart(claims, "on-premises");
    const option = claims.projection.options.find(({ optionId }) => optionId === "on-premises");
    const sum = (values: readonly (number | null)[] = []) =>
      values.reduce<number>((total, value) => total + (value ?? 0), 0);
    const [inference, training] = chart?.series ?? [];
    expect(sum(inference?.values) + sum(training?.values)).toBeCloseTo(
      option?.summary.cash ?? 0,
      4,
    );
    expect(sum(inference?.values)).toBeCloseTo(sum(option?.cash.inference), 4);
    const table = monthlyTable(claims);
    for (const [column, total] of (table.totals ?? []).entries()) {
      if (column === 0) continue;
      const cells = table.rows.map(({ cells: row }) => Number(row[column]?.sort));
      expect(sum(cells)).toBeCloseTo(Number(total.sort), 4);
    }
  });

  it("names the deliveries of servers, and no training where there is none", () => {
    expect(quarterlySpendChart(claims, "on-premises")?.title).toMatch(
      /^Servers arrive in \d+ deliver/,
    );
    const flat = resultsOf(examplePlan("h200-against-gb300"));
    const [first] = flat.projection.ranking;
    expect(quarterlySpendChart(flat, first ?? "")?.keys).toHaveLength(1);
  });
});
