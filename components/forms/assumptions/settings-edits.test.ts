import { describe, expect, it } from "vitest";
import {
  applyEdits,
  getIn,
  rebased,
  setIn,
  standingOnSent,
  withEdit,
  withoutEdits,
} from "./settings-edits";

const base = {
  horizonMonths: 60,
  assumptions: { powerPrice: { value: 0.1 }, staffCost: { value: 1 } },
};

describe("edits of the settings", () => {
  it("reads and sets by name without touching the rest", () => {
    const next = setIn(base, "assumptions.powerPrice", { value: 0.2 });
    expect(getIn(next, "assumptions.powerPrice")).toEqual({ value: 0.2 });
    expect(next.assumptions.staffCost).toBe(base.assumptions.staffCost);
    expect(base.assumptions.powerPrice.value).toBe(0.1);
  });

  it("takes a field that may be absent out, and leaves no trace of it", () => {
    const plan = { assumptions: { taxRateFraction: { value: 0.2 }, staffCost: { value: 1 } } };
    const without = setIn(plan, "assumptions.taxRateFraction", undefined);
    expect(Object.keys(without.assumptions)).toEqual(["staffCost"]);
    expect(plan.assumptions.taxRateFraction).toEqual({ value: 0.2 });
  });

  it("applies only the edits that are to be saved", () => {
    const typed = withEdit(
      withEdit({}, base, "horizonMonths", 48),
      base,
      "assumptions.powerPrice",
      {
        value: 9,
      },
    );
    expect(applyEdits(base, typed, ["horizonMonths"])).toEqual({ ...base, horizonMonths: 48 });
    expect(Object.keys(withoutEdits(typed, ["horizonMonths"]))).toEqual(["assumptions.powerPrice"]);
  });

  it("remembers what the field held before the first keystroke", () => {
    const once = withEdit({}, base, "horizonMonths", 4);
    expect(withEdit(once, base, "horizonMonths", 48).horizonMonths).toEqual({ value: 48, was: 60 });
  });
});

describe("rebased", () => {
  const edits = withEdit({}, base, "horizonMonths", 48);

  it("goes on where somebody else changed another field", () => {
    const theirs = setIn(base, "assumptions.powerPrice", { value: 0.3 });
    expect(rebased(edits, theirs)).toEqual({ edits, clashing: [] });
  });

  it("asks where both changed the same field", () => {
    const theirs = { ...base, horizonMonths: 36 };
    expect(rebased(edits, theirs)).toEqual({
      edits: { horizonMonths: { value: 48, was: 36 } },
      clashing: ["horizonMonths"],
    });
  });

  it("is no clash where one's own save arrived meanwhile", () => {
    const saved = { ...base, horizonMonths: 48 };
    const again = { horizonMonths: { value: 24, was: base.horizonMonths } };
    expect(rebased(again, saved).clashing).toEqual(["horizonMonths"]);
    const mine = standingOnSent(again, saved, saved);
    expect(rebased(mine, saved).clashing).toEqual([]);
    const theirs = standingOnSent(again, { ...base, horizonMonths: 36 }, saved);
    expect(rebased(theirs, { ...base, horizonMonths: 36 }).clashing).toEqual(["horizonMonths"]);
  });

  it("drops an edit that is saved by now", () => {
    expect(rebased(edits, { ...base, horizonMonths: 48 })).toEqual({ edits: {}, clashing: [] });
  });
});

describe("edits of budgets", () => {
  const budget = (fiscalYear: number, value: number) => ({
    fiscalYear,
    amount: { value, evidence: "assumed" },
    basis: "cash",
  });
  const held = { budgets: [budget(2027, 1), budget(2029, 3)] };

  it("set one year alone, in the order of years, also where there is no list yet", () => {
    const next = setIn(held, "budgets.fy2028", budget(2028, 2));
    expect(next.budgets).toEqual([budget(2027, 1), budget(2028, 2), budget(2029, 3)]);
    expect(getIn(next, "budgets.fy2028")).toEqual(budget(2028, 2));
    expect(setIn({}, "budgets.fy2027", budget(2027, 5))).toEqual({ budgets: [budget(2027, 5)] });
  });

  it("take a year out", () => {
    expect(setIn(held, "budgets.fy2027", undefined).budgets).toEqual([budget(2029, 3)]);
  });

  it("go on where somebody else changed another year, and ask about the same one", () => {
    const edits = withEdit({}, held, "budgets.fy2027", budget(2027, 9));
    expect(rebased(edits, { budgets: [budget(2027, 1), budget(2028, 2)] }).clashing).toEqual([]);
    expect(rebased(edits, { budgets: [budget(2027, 7)] }).clashing).toEqual(["budgets.fy2027"]);
  });
});

describe("edits of exchange rates", () => {
  const rate = (from: string, value: number) => ({
    from,
    to: "USD",
    rate: { value, evidence: "list" },
  });
  const held = { exchangeRates: [rate("EUR", 1.08), rate("GBP", 1.25)] };

  it("set one pair alone: in its place, or as the last, also where there is no list yet", () => {
    const first = setIn(held, "exchangeRates.eur-usd", rate("EUR", 1.1));
    expect(first.exchangeRates).toEqual([rate("EUR", 1.1), rate("GBP", 1.25)]);
    const more = setIn(held, "exchangeRates.chf-usd", rate("CHF", 1.2));
    expect(more.exchangeRates).toEqual([...held.exchangeRates, rate("CHF", 1.2)]);
    expect(getIn(more, "exchangeRates.chf-usd")).toEqual(rate("CHF", 1.2));
    expect(setIn({}, "exchangeRates.eur-usd", rate("EUR", 1))).toEqual({
      exchangeRates: [rate("EUR", 1)],
    });
  });

  it("take a pair out", () => {
    expect(setIn(held, "exchangeRates.eur-usd", undefined).exchangeRates).toEqual([
      rate("GBP", 1.25),
    ]);
  });
});
