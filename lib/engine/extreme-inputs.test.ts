import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkPlan } from "@/lib/schemas/check";
import type { FieldSpec } from "@/lib/schemas/figure";
import { figuresOf } from "@/lib/schemas/paths";
import type { Plan } from "@/lib/schemas/plan";
import { byFiscalYear } from "./fiscal-years";
import {
  breakEvenMonth,
  breakEvenVolume,
  inferenceShares,
  optionReturn,
  project,
  runRateCurve,
  walkAwayPrice,
} from "./index";
import { arbitraryPlan } from "./testing/arbitrary-plan";
import { same } from "./testing/expectations";
import { numbersIn } from "./testing/plan-inputs";
import { extremes } from "./testing/property-runs";

const plans = arbitraryPlan();

/** Where a figure is put: at a bound, beyond it, at what no number is, or left alone. */
type Place = "asItIs" | "min" | "max" | "missing" | "below" | "above" | "infinite" | "notANumber";

const edge = fc.constantFrom<Place>("min", "max", "asItIs", "asItIs");
const rarely = (...places: Place[]) =>
  fc.oneof({ weight: 60, arbitrary: edge }, { weight: 1, arbitrary: fc.constantFrom(...places) });
const placesOfPlan = fc.oneof(
  fc.infiniteStream(edge),
  fc.infiniteStream(rarely("missing")),
  fc.infiniteStream(rarely("missing", "below", "above", "infinite", "notANumber")),
);
const horizon = fc.oneof(fc.integer({ min: 1, max: 120 }), fc.constantFrom(0, 1, 120, 121, 1.5));

/** Searches for break-even walk thousands of steps, so one plan in this many is asked for them. */
const askedOneIn = 25;

describe("extreme inputs", () => {
  it("give a finite answer or a named problem, at their bounds and beyond, many at once", () => {
    fc.assert(
      fc.property(plans, placesOfPlan, horizon, fc.nat(), (plan, places, months, n) => {
        const extreme = { ...withFiguresAt(plan, places), horizonMonths: months };
        expectAnswerOrProblem(extreme, n % askedOneIn === 0);
      }),
      extremes,
    );
  });
});

function expectAnswerOrProblem(input: Plan, ask: boolean) {
  const checked = checkPlan(input);
  if (!checked.ok) {
    expect(checked.issues.length).toBeGreaterThan(0);
    for (const { path, message } of checked.issues) {
      expect(path).not.toBe("");
      expect(message).toMatch(/\w/);
    }
    return;
  }
  const projection = project(checked.value);
  expectFinite(ask ? everyAnswer(checked.value) : projection);
  for (const option of projection.options) {
    const why = [...option.missing, ...option.infeasibilities];
    expect(why.length > 0).toBe(option.status !== "complete");
  }
}

function expectFinite(results: unknown) {
  same(
    numbersIn(results).filter((value) => !Number.isFinite(value)),
    [],
  );
}

function everyAnswer(plan: Plan): unknown[] {
  const projection = project(plan);
  const month = plan.horizonMonths - 1;
  return [
    projection,
    breakEvenMonth(projection, "own", "api", { view: "cash", discountRatePerYearFraction: 1 }),
    breakEvenVolume(plan, "own", "api", { month, searchUpToTokens: 1e18 }),
    breakEvenVolume(plan, "cloud", "own", { month, searchUpToTokens: 1e12 }),
    runRateCurve(plan, "own", { month, upToTokens: 1e10 }),
    breakEvenVolume(plan, "mix", "own", { month, searchUpToTokens: 1e12 }),
    walkAwayPrice(plan, "own", "cloud"),
    walkAwayPrice(plan, "own", "mix"),
    ...["own", "cloud", "mix"].map((id) => optionReturn(plan, projection, id, "api")),
    projection.options.map((option) => inferenceShares(projection, option)),
    byFiscalYear(projection, 4),
  ];
}

/** One place for each figure, in the order of the plan. */
function withFiguresAt(plan: Plan, places: Iterator<Place>): Plan {
  const copy = structuredClone(plan);
  for (const { spec, figure } of figuresOf(copy)) {
    const place = places.next().value as Place;
    if (place !== "asItIs") Object.assign(figure, { value: valueAt(spec, place) });
  }
  return copy;
}

function valueAt({ min, max }: FieldSpec, place: Exclude<Place, "asItIs">): number | null {
  return {
    min,
    max,
    missing: null,
    below: min - 1 - Math.abs(max) * 1e-9,
    above: max + 1 + Math.abs(max) * 1e-9,
    infinite: Number.POSITIVE_INFINITY,
    notANumber: Number.NaN,
  }[place];
}
