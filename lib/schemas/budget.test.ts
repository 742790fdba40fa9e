import { describe, expect, it } from "vitest";
import { applyChanges, figureAt } from "@/lib/engine";
import { testPlan } from "@/lib/testing/plan";
import type { Budget } from "./budget";
import { type Checked, checkPlan, checkScenario, checkSettings } from "./check";
import { figuresOf, specAt } from "./paths";
import type { Plan } from "./plan";

const budgetOf = (fiscalYear: number, value: number | null): Budget => ({
  fiscalYear,
  amount: { value, evidence: "quoted", source: "Board, FY plan", date: "2026-10-01" },
  basis: "cash",
});

const planWith = (budgets: readonly unknown[], more: object = {}): unknown => ({
  ...testPlan(),
  ...more,
  budgets,
});

const budgeted = (): Plan => ({
  ...testPlan(),
  fiscalYearStartMonth: 4,
  budgets: [budgetOf(2027, 900_000), budgetOf(2028, null)],
});

const issuesOf = (checked: Checked<unknown>) => (checked.ok ? [] : checked.issues);

const settingsOf = ({ workloads: _, options: __, scenarios: ___, ...settings }: Plan) => settings;

describe("budgets of a plan", () => {
  it("are taken as they are, and a plan without them is still a plan", () => {
    expect(checkPlan(budgeted())).toEqual({ ok: true, value: budgeted() });
    const checked = checkPlan(testPlan());
    expect(checked.ok && "budgets" in checked.value).toBe(false);
  });

  it("are inputs like every other, named by their year", () => {
    const paths = figuresOf(budgeted()).map(({ path }) => path);
    expect(paths).toContain("budgets.fy2027.amount");
    expect(paths).toContain("budgets.fy2028.amount");
    expect(specAt(budgeted(), "budgets.fy2028.amount")?.label).toBe("Budget");
    expect(figureAt(budgeted(), "budgets.fy2027.amount")?.source).toBe("Board, FY plan");
    const changed = applyChanges(budgeted(), [{ path: "budgets.fy2027.amount", value: 5 }]);
    expect(changed.budgets?.map(({ amount }) => amount.value)).toEqual([5, null]);
  });

  it.each<[string, unknown, string, string]>([
    [
      "an amount below nothing",
      planWith([budgetOf(2027, -5)]),
      "budgets.fy2027.amount",
      "FY2027: Budget is −5. Enter 0 to 1,000,000,000,000, with at most 2 decimals, or leave it empty for no budget.",
    ],
    [
      "a year that no calendar has",
      planWith([{ ...budgetOf(2027, 5), fiscalYear: 27 }]),
      "budgets.fy27.fiscalYear",
      "FY27: Fiscal year is 27. Enter a whole number from 1,900 to 2,210.",
    ],
    [
      "a basis of its own",
      planWith([{ ...budgetOf(2027, 5), basis: "capex" }]),
      "budgets.fy2027.basis",
      "FY2027: Basis is “capex”. Use cash or accrual.",
    ],
    [
      "two budgets for one year",
      planWith([budgetOf(2027, 5), budgetOf(2027, 6)]),
      "budgets",
      "FY2027 has two budgets. Keep one.",
    ],
    [
      "a thirteenth month",
      planWith([], { fiscalYearStartMonth: 13 }),
      "fiscalYearStartMonth",
      "First month of the fiscal year is 13. Enter a whole number from 1 to 12.",
    ],
  ])("refuses %s", (_, input, path, message) => {
    expect(issuesOf(checkPlan(input))).toEqual([{ path, message }]);
  });

  it("says the same of settings that are saved", () => {
    const settings = settingsOf(planWith([budgetOf(2027, -5)]) as Plan);
    expect(issuesOf(checkSettings(testPlan(), settings))[0]?.message).toMatch(/^FY2027: Budget is/);
  });

  it("can be taken out although a scenario changes one", () => {
    const scenario = {
      id: "more",
      name: "More money",
      changes: [{ path: "budgets.fy2027.amount", value: 1_000_000 }],
    };
    expect(checkScenario(budgeted(), scenario).ok).toBe(true);
    const held = { ...budgeted(), scenarios: [scenario] };
    const { budgets: _, ...without } = settingsOf(held);
    expect(checkSettings(held, without).ok).toBe(true);
  });
});
