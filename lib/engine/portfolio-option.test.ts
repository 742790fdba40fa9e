import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Plan } from "@/lib/schemas/plan";
import type { PortfolioOption } from "@/lib/schemas/portfolio-option";
import { breakEvenVolume, project, runRateCurve } from "./index";
import { total } from "./series";
import {
  api,
  assumed,
  cloud,
  inference,
  onPremises,
  planOf,
  portfolio,
  training,
} from "./testing/plans";
import { lineOf, projected } from "./testing/results";

const hours = 730;
const million = 1e6;

/** Ten replicas of one token a second busy on the mean: 4 and 20 on weekdays, 5 at weekends. */
const shape = {
  weekday: [...new Array<number>(12).fill(0.4), ...new Array<number>(12).fill(2)],
  weekend: new Array<number>(24).fill(0.5),
  evidence: "assumed" as const,
};
const tokens = 10 * hours * 3600;
const workload = inference({ requestsPerMonth: assumed(tokens), loadShape: shape });

/** A cloud instance at $1 an hour serves one token a second; the API takes $500 a million. */
const planWith = (mix: Partial<PortfolioOption> = {}, parts: Partial<Plan> = {}) =>
  planOf({
    workloads: [workload],
    options: [
      api({ outputPrice: assumed(500), fixedFee: assumed(70) }),
      cloud({ rate: assumed(1), storage: assumed(30) }),
      portfolio(mix),
    ],
    ...parts,
  });

describe("a portfolio of base and burst", () => {
  it("serves each hour up to the base level on one option, and the rest on the other", () => {
    const result = projected(planWith({ baseLevelRatio: assumed(0.5) }), "mix");
    // Base: 4, 5 and 5 busy; burst: 15 in 30 of 84 hours.
    expect(result.capacity.servers[0]).toBe(5);
    expect(lineOf(result, "rental").cash[0]).toBeCloseTo(5 * hours, 6);
    const burst = (15 * 30) / 84;
    expect(lineOf(result, "outputTokens").cash[0]).toBeCloseTo(
      ((burst * hours * 3600) / million) * 500,
      6,
    );
    expect(lineOf(result, "fixedFee").cash[0]).toBe(70);
    expect(lineOf(result, "storage").cash[0]).toBe(30);
    expect(result.capacity.utilizationFraction[0]).toBeCloseTo((10 - burst) / 5, 9);
  });

  it("is its base option where the level is at the peak, and its burst option at none", () => {
    const summary = (id: string, level: number) =>
      projected(planWith({ baseLevelRatio: assumed(level) }), id).summary;
    expect(summary("mix", 2)).toEqual(summary("cloud", 2));
    expect(summary("mix", 0).cash).toBeCloseTo(summary("api", 0).cash, 6);
  });

  it("keeps what may wait in the base's valleys, and takes the batch price there alone", () => {
    const waiting = { ...workload, batchableFraction: assumed(0.2) };
    const options = [
      api({ outputPrice: assumed(500), batchDiscountFraction: assumed(0.5) }),
      cloud({ rate: assumed(1) }),
      portfolio({ baseLevelRatio: assumed(1) }),
    ];
    const result = projected(planOf({ workloads: [waiting], options }), "mix");
    // Urgent: 3.2, 16 and 4; waiting fills the valleys to 6.3125. Above 10: 6 in 30 of 84 hours.
    expect(lineOf(result, "outputTokens").cash[0]).toBeCloseTo(
      ((((6 * 30) / 84) * hours * 3600) / million) * 500,
      6,
    );
    expect(result.lines.map(({ id }) => id)).not.toContain("batchDiscount");
  });

  it("runs training on the base option", () => {
    const run = training({ acceleratorHoursPerRun: assumed(100) });
    const result = projected(planWith({}, { workloads: [workload, run] }), "mix");
    expect(result.capacity.acceleratorHours.training[0]).toBe(100);
    expect(lineOf(result, "rental", "training").cash[0]).toBeGreaterThan(0);
  });

  it("asks for a load shape where a workload has a peak and none", () => {
    const peaky = inference({ requestsPerMonth: assumed(tokens), peakToMeanRatio: assumed(3) });
    const result = projected(planWith({}, { workloads: [peaky] }), "mix");
    expect(result.status).toBe("incomplete");
    expect(result.missing).toEqual([{ path: "workloads.chat.loadShape" }]);
  });
});

describe("a staged portfolio", () => {
  const staged = { mode: "staged", firstOptionId: "api", secondOptionId: "cloud" } as const;

  it("is one option until the switch, and the other from it on", () => {
    const plan = planWith({ ...staged, switchMonth: assumed(4) }, { horizonMonths: 6 });
    const { options } = project(plan);
    const [hosted, rented, mix] = options.map((option) => option.cash.all);
    expect(mix?.slice(0, 3)).toEqual(hosted?.slice(0, 3));
    mix?.slice(3).forEach((cost, i) => {
      expect(cost).toBeCloseTo(rented?.[3 + i] ?? 0, 9);
    });
  });

  it("orders servers a lead time before the switch, so that no bridge is needed", () => {
    const own = onPremises({
      leadTimeMonths: assumed(3),
      usefulLifeMonths: assumed(10),
      quote: { serverPrice: assumed(1000) },
    });
    const plan = planOf({
      horizonMonths: 6,
      workloads: [workload],
      options: [
        api({ outputPrice: assumed(1) }),
        own,
        portfolio({ ...staged, secondOptionId: "own", switchMonth: assumed(4) }),
      ],
    });
    const result = projected(plan, "mix");
    expect(lineOf(result, "servers").cash).toEqual([0, 0, 0, 20_000, 0, 0]);
    expect(result.summary.remainingBookValue).toBeCloseTo(14_000, 9);
    const late = projected(
      {
        ...plan,
        options: [
          ...plan.options.slice(0, 2),
          portfolio({ ...staged, secondOptionId: "own", switchMonth: assumed(2) }),
        ],
      },
      "mix",
    );
    expect(late.infeasibilities).toEqual([{ kind: "partUnusable", partOptionId: "own" }]);
  });

  it("pays a commitment of the first option to its end", () => {
    const commitments = [
      {
        id: "first",
        instances: assumed(5),
        startMonth: assumed(1),
        term: "1-year" as const,
        pricing: "rate" as const,
        discountFraction: assumed(null),
        rate: assumed(0.5),
        payment: "monthly" as const,
        atEnd: "end" as const,
      },
    ];
    const plan = planOf({
      horizonMonths: 12,
      workloads: [workload],
      options: [
        api({ outputPrice: assumed(1) }),
        cloud({ rate: assumed(1), commitments }),
        portfolio({ mode: "staged", switchMonth: assumed(3) }),
      ],
    });
    const result = projected(plan, "mix");
    expect(lineOf(result, "commitments").cash[11]).toBeCloseTo(5 * hours * 0.5, 9);
    expect(result.warnings.map(({ kind }) => kind)).toContain("commitmentUnused");
  });
});

describe("any portfolio", () => {
  it("is infeasible, by name, without two options that serve by themselves", () => {
    const causes = (mix: Partial<PortfolioOption>) =>
      projected(planWith(mix), "mix").infeasibilities;
    expect(causes({ firstOptionId: null })).toEqual([{ kind: "noPart", part: "first" }]);
    expect(causes({ secondOptionId: "nobody" })).toEqual([
      { kind: "partUnusable", partOptionId: "nobody" },
    ]);
    for (const id of ["mix", "cloud"]) {
      expect(causes({ secondOptionId: id })).toEqual([{ kind: "partUnusable", partOptionId: id }]);
    }
  });

  it("adds its parts' lines of one name", () => {
    const plan = planWith({ baseLevelRatio: assumed(0.5) });
    const staffed = plan.options.map((option) =>
      option.kind === "portfolio" ? option : { ...option, staffFte: assumed(1) },
    );
    const result = projected(
      { ...plan, options: staffed, assumptions: { ...plan.assumptions, staffCost: assumed(1200) } },
      "mix",
    );
    expect(lineOf(result, "staff").cash[0]).toBeCloseTo(200, 9);
    expect(total(result.lines.map((line) => total(line.cash)))).toBeCloseTo(result.summary.cash, 6);
  });

  it("has a run-rate that is its parts' on their shares of every volume", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 2.5, noNaN: true }),
        fc.double({ min: 0.01, max: 3, noNaN: true }),
        (level, k) => {
          const plan = planWith({ baseLevelRatio: assumed(level) });
          const scaled = planWith(
            { baseLevelRatio: assumed(level) },
            { workloads: [{ ...workload, requestsPerMonth: assumed(tokens * k) }] },
          );
          const upToTokens = tokens * k;
          const drawn = runRateCurve(plan, "mix", { month: 0, upToTokens })?.points.at(-1);
          const cost = projected(scaled, "mix").accrual.all[0] ?? 0;
          expect(Math.abs((drawn?.cost ?? 0) - cost)).toBeLessThanOrEqual(1e-7 * cost);
        },
      ),
    );
  });

  it("wins and loses by volume like any option", () => {
    const plan = planWith({ baseLevelRatio: assumed(0.5) });
    const search = { month: 0, searchUpToTokens: 2 * tokens };
    const { verdict, intervals } = breakEvenVolume(plan, "mix", "api", search);
    expect(verdict).not.toBe("unranked");
    for (const { low, high } of intervals)
      expect(high ?? Number.POSITIVE_INFINITY).toBeGreaterThan(low);
  });
});
