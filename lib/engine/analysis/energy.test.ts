import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SupplyOption } from "@/lib/schemas/option";
import type { Plan } from "@/lib/schemas/plan";
import type { Workload } from "@/lib/schemas/workload";
import { energyByUse } from "../energy-by-use";
import { inferenceShares } from "../inference-share";
import { project } from "../project";
import { at, total } from "../series";
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
import type { Series, Use } from "../types";
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

  it("is not known of training where one of two parts that train does not state its power", () => {
    const rented = cloud({ throughput: [combined(rate)] });
    const run = training({ acceleratorHoursPerRun: assumed(730), monthsBetweenRuns: assumed(1) });
    // Month 1 to 6 on the servers, which state their power, then on the cloud, which does not.
    const staged = portfolio({
      mode: "staged",
      firstOptionId: "own",
      secondOptionId: "cloud",
      switchMonth: assumed(7),
    });
    const plan = planWith([oneServer, rented, staged], [run]);
    const option = projected(plan, "mix");
    expect(option.powerUnknown).toEqual([{ optionId: "cloud", uses: ["inference", "training"] }]);
    const uses = usesOf(plan, "mix");
    expect(uses).toMatchObject({
      training: null,
      passing: { kind: "unknownTraining", optionIds: ["cloud"] },
    });
    expect(uses?.knownTokensFraction).toBeCloseTo(0.5, 9);
    expect(inferenceShares(project(plan), option)[0]?.energyFraction).toBeNull();
    const stated = { ...rented, acceleratorPower: assumed(1) };
    const known = planWith([oneServer, stated, staged], [run]);
    expect(projected(known, "mix").powerUnknown).toEqual([]);
    expect(usesOf(known, "mix")?.training?.[11]).toBeGreaterThan(0);
    expect(projected(known, "cloud").powerUnknown).toEqual([]);
    expect(projected(plan, "cloud").powerUnknown).toHaveLength(1);
  });

  it("is compared with training only while no more serving could change the answer", () => {
    const rented = cloud({ throughput: [combined(rate)] });
    const run = training({ acceleratorHoursPerRun: assumed(7300), monthsBetweenRuns: assumed(1) });
    const shared = portfolio({
      mode: "by-share",
      firstOptionId: "cloud",
      secondOptionId: "own",
      requestsFraction: assumed(0.5),
    });
    const uses = usesOf(planWith([oneServer, rented, shared], [run]), "mix");
    expect(uses?.passing).toEqual({ kind: "unknownInference", optionIds: ["cloud"] });
    expect(uses?.inference?.[11]).toBeGreaterThan(0);
    expect(uses?.training?.[11]).toBeGreaterThan(0);
  });

  it("is divided in one way only: shares by year, sums by use and the cost of power agree", () => {
    let seen = 0;
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        const projection = project(plan);
        for (const option of projection.options) {
          if (option.inferenceEnergy === null || option.powerUnknown.length > 0) continue;
          const all = option.capacity.energyKwh;
          for (const { year, energyFraction } of inferenceShares(projection, option)) {
            if (energyFraction === null) continue;
            seen += 1;
            const of = (values: Series) => total(values.slice(year.fromMonth, year.toMonth + 1));
            const inference = of(option.inferenceEnergy.energyKwh);
            expect(Math.abs(energyFraction * of(all) - inference)).toBeLessThanOrEqual(
              1e-9 * Math.max(1, of(all)),
            );
          }
          const power = (use: Use) =>
            option.lines.find((line) => line.id === "power" && line.use === use)?.accrual ?? [];
          if (option.kind !== "on-premises") continue;
          for (const [month, energy] of all.entries()) {
            const [served, trained] = [at(power("inference"), month), at(power("training"), month)];
            const share = at(option.inferenceEnergy.energyKwh, month);
            expect(Math.abs(served * energy - (served + trained) * share)).toBeLessThanOrEqual(
              1e-9 * Math.max(1, (served + trained) * energy),
            );
          }
        }
      }),
    );
    expect(seen).toBeGreaterThan(0);
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
          const split = energyByUse(option);
          const both = total(split?.inference ?? []) + total(split?.training ?? []);
          for (const use of ["inference", "training"] as const)
            if (uses[use] !== null)
              expect(uses[use][last]).toBeCloseTo(total(split?.[use] ?? []), 6);
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
