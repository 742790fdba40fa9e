import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SupplyOption } from "@/lib/schemas/option";
import type { Plan } from "@/lib/schemas/plan";
import type { Workload } from "@/lib/schemas/workload";
import { project } from "../project";
import { total } from "../series";
import { arbitraryPlan } from "../testing/arbitrary-plan";
import {
  api,
  assumed,
  cloud,
  combined,
  edge,
  inference,
  onPremises,
  planOf,
  portfolio,
  training,
} from "../testing/plans";
import { projected } from "../testing/results";
import { energyFigures, energyOfUses } from "./energy";

const tokens = 73e6;
const rate = tokens / (730 * 3600);
const whole = { fromMonth: 0, toMonth: 11 };

/** 73 million tokens a month keep one accelerator busy. */
function planWith(options: SupplyOption[], further: Workload[] = []) {
  return planOf({
    workloads: [inference({ requestsPerMonth: assumed(tokens) }), ...further],
    options,
    assumptions: { gridIntensity: assumed(0.4) },
  });
}

const usesOf = (plan: Plan, id: string) =>
  energyOfUses(projected(plan, id), project(plan).servedTokens);

const oneServer = onPremises({ serverPower: assumed(10), throughput: [combined(rate)] });

describe("energy", () => {
  it("is kWh, grams and a rate over a power by what machines serve and draw", () => {
    const figures = energyFigures(projected(planWith([oneServer]), "own"), whole);
    // 10 kW for 730 h are 7,300 kWh a month, for 73 million tokens.
    expect(figures?.kilowattHoursPerMillionTokens).toBeCloseTo(100, 9);
    expect(figures?.tokensPerKilowattHour).toBeCloseTo(10_000, 6);
    expect(figures?.tokensPerSecondPerMegawatt).toBeCloseTo(10_000 / 3.6, 6);
    expect(figures?.gramsPerMillionTokens).toBeCloseTo(40_000, 6);
  });

  it("is not stated for an API, nor for a cloud that does not say what it draws", () => {
    const plan = planWith([api(), cloud({ throughput: [combined(rate)] })]);
    for (const id of ["api", "cloud"]) {
      expect(energyFigures(projected(plan, id), whole)).toBeNull();
      expect(usesOf(plan, id)).toBeNull();
    }
  });

  it("gives the seed table's 54,000 tokens a second for each MW, at 5/3 kW an accelerator of 90", () => {
    const h200 = cloud({ acceleratorPower: assumed(5 / 3), throughput: [combined(90)] });
    const plan = planOf({
      workloads: [inference({ requestsPerMonth: assumed(90 * 730 * 3600) })],
      options: [h200],
    });
    const option = projected(plan, "cloud");
    expect(energyFigures(option, whole)?.tokensPerSecondPerMegawatt).toBeCloseTo(54_000, 6);
    expect(energyFigures(option, whole)?.gramsPerMillionTokens).toBeNull();
    expect(option.capacity.averagePowerKw[0]).toBeCloseTo(5 / 3, 9);
    const blank = { ...plan, options: [{ ...h200, acceleratorPower: assumed(null) }] };
    expect(projected(blank, "cloud")).toMatchObject({ status: "complete", inferenceEnergy: null });
  });

  it("counts of a portfolio what is known of its parts, and only the tokens of those", () => {
    const plan = planWith([
      api(),
      edge({
        devices: assumed(10),
        devicePower: assumed(50),
        servableFraction: assumed(1),
        throughput: [combined(rate)],
      }),
      portfolio({
        mode: "by-share",
        firstOptionId: "edge",
        secondOptionId: "api",
        requestsFraction: assumed(0.25),
      }),
    ]);
    const option = projected(plan, "mix");
    expect(option.inferenceEnergy?.servedTokens[0]).toBeCloseTo(0.25 * tokens, 3);
    // A quarter of 730 hours at 50 W.
    expect(option.inferenceEnergy?.energyKwh[0]).toBeCloseTo(0.25 * 730 * 0.05, 9);
  });

  it("says from which month on inference has taken more than training", () => {
    const passing = (hours: number) => {
      const run = training({
        acceleratorHoursPerRun: assumed(hours),
        monthsBetweenRuns: assumed(100),
      });
      return usesOf(planWith([oneServer], [run]), "own")?.passing;
    };
    // Servers bought for one run stay, and draw power for training in every month.
    expect(usesOf(planWith([oneServer]), "own")?.passing).toEqual({ kind: "noTraining" });
    expect(passing(20 * 730)).toEqual({ kind: "never" });
    const rented = cloud({ acceleratorPower: assumed(1), throughput: [combined(rate)] });
    const run = training({
      acceleratorHoursPerRun: assumed(3.5 * 730),
      monthsBetweenRuns: assumed(100),
    });
    const uses = usesOf(planWith([rented], [run]), "cloud");
    // 2,555 kWh of training in month 1 against 730 a month: passed at the end of month 4.
    expect(uses?.training?.[11]).toBeCloseTo(3.5 * 730, 6);
    expect(uses?.passing).toEqual({ kind: "from", month: 3 });
    const little = training({ acceleratorHoursPerRun: assumed(1), monthsBetweenRuns: assumed(1) });
    expect(usesOf(planWith([rented], [little]), "cloud")?.passing.kind).toBe("always");
  });

  it("does not take training for none, nor serving, where it runs on a cloud that does not say its power", () => {
    const rented = cloud({ throughput: [combined(rate)] });
    const run = training({
      acceleratorHoursPerRun: assumed(730),
      monthsBetweenRuns: assumed(1),
    });
    const mix = (requestsFraction: number, first: string, second: string) =>
      portfolio({
        mode: "by-share",
        firstOptionId: first,
        secondOptionId: second,
        requestsFraction: assumed(requestsFraction),
      });
    const uses = (shared: SupplyOption, further: Workload[]) =>
      usesOf(planWith([oneServer, rented, shared], further), "mix");
    // Training runs on the second option.
    const unstated = uses(mix(0.25, "own", "cloud"), [run]);
    expect(unstated).toMatchObject({ training: null, passing: { kind: "unknownTraining" } });
    expect(unstated?.knownTokensFraction).toBeCloseTo(0.25, 9);
    expect(unstated?.inference?.[11]).toBeGreaterThan(0);
    expect(uses(mix(0.25, "own", "cloud"), [])?.passing.kind).toBe("noTraining");
    const servedByCloud = uses(mix(1, "cloud", "own"), [run]);
    expect(servedByCloud).toMatchObject({
      inference: null,
      knownTokensFraction: 0,
      passing: { kind: "unknownInference" },
    });
    expect(uses(mix(0, "own", "cloud"), [run])).toBeNull();
  });

  it("divides all of an option's energy between its uses, and never more tokens than are served", () => {
    let seen = 0;
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        const projection = project(plan);
        for (const option of projection.options) {
          const uses = energyOfUses(option, projection.servedTokens);
          if (uses === null || option.inferenceEnergy === null) continue;
          seen += 1;
          const last = projection.months - 1;
          const both = (uses.inference?.[last] ?? 0) + (uses.training?.[last] ?? 0);
          const all = total(option.capacity.energyKwh);
          expect(Math.abs(both - all)).toBeLessThanOrEqual(1e-9 * Math.max(1, all));
          const served = total(option.inferenceEnergy.servedTokens);
          expect(served).toBeLessThanOrEqual(total(projection.servedTokens) * (1 + 1e-9));
        }
      }),
    );
    expect(seen).toBeGreaterThan(0);
  });
});
