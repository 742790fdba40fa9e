import { describe, expect, it } from "vitest";
import type { Budget } from "@/lib/schemas/budget";
import type { Plan } from "@/lib/schemas/plan";
import { budgetVariances } from "./budget-variance";
import { project } from "./project";
import { api, assumed, inference, onPremises, planOf } from "./testing/plans";

const budget = (fiscalYear: number, value: number | null, more: Partial<Budget> = {}): Budget => ({
  fiscalYear,
  amount: assumed(value),
  basis: "cash",
  ...more,
});

/** A server of $3,600 over 36 months, or a fee of $100 a month, from January 2027 on. */
const plan = (budgets: readonly Budget[], parts: Partial<Plan> = {}): Plan =>
  planOf({
    horizonMonths: 24,
    workloads: [inference()],
    options: [
      api({ id: "fee", fixedFee: assumed(100) }),
      onPremises({ usefulLifeMonths: assumed(36), quote: { serverPrice: assumed(3600) } }),
    ],
    ...parts,
    budgets: [...budgets],
  });

const of = (held: Plan, optionId: string) => budgetVariances(held, project(held), optionId) ?? [];

describe("budget variances", () => {
  it("are cost minus budget, in the view that the budget counts", () => {
    const [first, second] = of(plan([budget(2027, 2000), budget(2028, 1000)]), "own");
    expect(first?.difference).toBe(1600);
    expect(first?.differenceFraction).toBe(0.8);
    expect(first?.otherDifference).toBeCloseTo(1200 - 2000, 9);
    expect(second?.difference).toBe(-1000);
    const [accrual] = of(plan([budget(2027, 1000, { basis: "accrual" })]), "own");
    expect(accrual?.difference).toBeCloseTo(200, 9);
    expect(accrual?.otherDifference).toBe(2600);
  });

  it("name the line whose timing makes the difference, and the month it is paid in", () => {
    const [first] = of(plan([budget(2027, 2000)]), "own");
    expect(first?.cause).toEqual({
      lineId: "servers",
      amount: 3600,
      months: [0],
      monthsHoldAll: true,
    });
  });

  it("name the largest line where it is not a matter of timing, and no month for a steady one", () => {
    const [first] = of(plan([budget(2027, 1000)]), "fee");
    expect(first?.difference).toBe(200);
    expect(first?.cause).toMatchObject({ lineId: "fixedFee", amount: 1200, months: [] });
  });

  it("compare no year without a budget, and never take a missing one for zero", () => {
    const [missing, none] = of(plan([budget(2027, null)]), "fee");
    expect([missing?.state, none?.state]).toEqual(["noBudget", "noBudget"]);
    expect([missing?.difference, none?.difference]).toEqual([null, null]);
  });

  it("compare a year that is covered in part only where the budget is for those months", () => {
    const parts = { fiscalYearStartMonth: 4 };
    const [whole] = of(plan([budget(2027, 900)], parts), "fee");
    expect([whole?.state, whole?.difference]).toEqual(["partialYear", null]);
    const [months] = of(plan([budget(2027, 250, { plannedMonthsOnly: true })], parts), "fee");
    expect([months?.state, months?.difference]).toEqual(["compared", 50]);
  });

  it("give a budget of nothing no percentage", () => {
    const [first] = of(plan([budget(2027, 0)]), "fee");
    expect([first?.difference, first?.differenceFraction]).toEqual([1200, null]);
  });

  it("have no answer for an option that is not complete", () => {
    const held = plan([], { options: [api({ id: "fee", fixedFee: assumed(null) })] });
    expect(budgetVariances(held, project(held), "fee")).toBeNull();
    expect(budgetVariances(held, project(held), "gone")).toBeNull();
  });
});
