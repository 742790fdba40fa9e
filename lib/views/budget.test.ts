import { describe, expect, it } from "vitest";
import { api, assumed, inference, onPremises, planOf } from "@/lib/engine/testing/plans";
import type { Budget } from "@/lib/schemas/budget";
import type { Plan } from "@/lib/schemas/plan";
import { budgetYears } from "./budget";
import { budgetChart } from "./budget-chart";
import { budgetSentences, budgetTitle } from "./budget-sentences";
import { budgetTable } from "./budget-table";
import { examplePlan, resultsOf } from "./testing/example";

const budget = (fiscalYear: number, value: number | null, more: Partial<Budget> = {}): Budget => ({
  fiscalYear,
  amount: assumed(value),
  basis: "cash",
  ...more,
});

/** A fee of $100,000 a month, or a server of $3.6M over 36 months; 24 months from January 2027. */
const plan = (budgets: readonly Budget[], parts: Partial<Plan> = {}): Plan =>
  planOf({
    horizonMonths: 24,
    workloads: [inference()],
    options: [
      api({ id: "fee", name: "Managed API", fixedFee: assumed(100_000) }),
      onPremises({ usefulLifeMonths: assumed(36), quote: { serverPrice: assumed(3_600_000) } }),
    ],
    ...parts,
    budgets: [...budgets],
  });

function said(held: Plan, optionId: string) {
  const results = resultsOf(held);
  const years = budgetYears(results, optionId) ?? [];
  return {
    title: budgetTitle(results, optionId, years),
    sentences: budgetSentences(results, years).map(({ text }) => text),
    table: budgetTable(results, optionId, years),
  };
}

describe("a budget said in words", () => {
  it("names the year, the basis, the line and the month where timing makes the difference", () => {
    const { title, sentences } = said(plan([budget(2027, 2_000_000), budget(2028, 50_000)]), "own");
    expect(title).toBe("FY2027 is $1.60M over budget in cash");
    expect(sentences).toEqual([
      "FY2027 is $1.60M over budget in cash: $3.60M goes to servers, paid in Jan 2027; accrual stays $800k under.",
      "FY2028 is $50.0k under budget in cash; accrual is $1.15M over.",
    ]);
  });

  it("says so where both count too much, and where a cost runs through the year", () => {
    expect(said(plan([budget(2027, 1_000_000)]), "fee").sentences).toEqual([
      "FY2027 is $200k over budget in cash: $1.20M goes to fixed fee, paid through the year; accrual is $200k over too.",
      "FY2028 has no budget.",
    ]);
  });

  it("counts accrual where the budget does", () => {
    const held = plan([budget(2027, 1_000_000, { basis: "accrual" })]);
    expect(said(held, "own").sentences[0]).toBe(
      "FY2027 is $200k over budget in accrual: $1.20M goes to servers, consumed through the year; cash is $2.60M over too.",
    );
  });

  it("says what is met, and what stays within", () => {
    const met = said(plan([budget(2027, 1_200_000), budget(2028, 1_300_000)]), "fee");
    expect(met.title).toBe("Both years with a budget stay within it; FY2027 is on budget in cash");
    expect(met.sentences).toEqual([
      "FY2027 is on budget in cash; accrual meets it. The largest line is fixed fee, $1.20M, paid through the year.",
      "FY2028 is $100k under budget in cash; accrual stays $100k under. The largest line is fixed fee, $1.20M, paid through the year.",
    ]);
  });

  it("does not compare three months with a year, and says how they could be", () => {
    const parts = { fiscalYearStartMonth: 4 };
    const { title, sentences, table } = said(plan([budget(2027, 900_000)], parts), "fee");
    expect(title).toBe("Managed API, by fiscal year: no year can be compared with a budget yet");
    expect(sentences[0]).toBe(
      "FY2027 is not compared: the plan covers 3 of 12 months (Jan 2027 to Mar 2027), and its budget of $900k is for all of them. Mark the budget as for the months in the plan only, with their share of the amount, to compare them.",
    );
    expect(table.rows[0]?.cells.map(({ text }) => text).slice(0, 7)).toEqual([
      "FY2027, 3 of 12 months",
      "900,000",
      "cash",
      "300,000",
      "300,000",
      "not compared",
      "n/a",
    ]);
    expect(table.rows[0]?.cells.at(-1)?.text).toBe("Apr 2026 to Mar 2027");
    const share = [budget(2027, 250_000, { plannedMonthsOnly: true })];
    expect(said(plan(share, parts), "fee").sentences[0]).toMatch(
      /^FY2027 is \$50\.0k over budget .* Both cover 3 of 12 months\.$/,
    );
  });

  it("calls a missing amount no budget, never zero", () => {
    const { sentences, table } = said(plan([budget(2027, null)]), "fee");
    expect(sentences).toEqual(["FY2027 and FY2028 have no budget."]);
    expect(table.rows.map(({ cells }) => cells[1]?.text)).toEqual(["no budget", "no budget"]);
  });
});

describe("the chart of a budget", () => {
  const held = plan([budget(2027, 2_000_000), budget(2028, 700_000, { basis: "accrual" })]);

  it("marks a budget over the bars that count what it counts, and says where the others are", () => {
    const results = resultsOf(held, { view: "cash" });
    const chart = budgetChart(results, "own", budgetYears(results, "own") ?? []);
    expect(chart.levels?.values).toEqual([2_000_000, null]);
    expect(chart.note).toBe(
      "The budget of FY2028 counts accrual: switch the view to see its mark.",
    );
    expect(chart.series[0]?.values).toEqual([3_600_000, 0]);
  });
});

it("gives the sample plan a first year over its budget because servers are paid at once", () => {
  const { title, sentences, table } = said(examplePlan("claims-assistant"), "on-premises");
  expect(title).toMatch(/^FY2027 is \$15\dk over budget in cash; 2 more years are over$/);
  expect(sentences[0]).toMatch(/goes to servers, .*accrual stays \$7\d\dk under\.$/);
  expect(sentences.at(-1)).toBe("FY2031 has no budget.");
  expect(table.rows).toHaveLength(5);
});
