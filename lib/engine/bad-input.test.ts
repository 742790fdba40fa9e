import { describe, expect, it } from "vitest";
import { checkPlan } from "@/lib/schemas/check";
import type { Plan } from "@/lib/schemas/plan";
import { breakEvenMonth, breakEvenVolume, project, runRateCurve, walkAwayPrice } from "./index";
import { optionOf } from "./testing/expectations";
import { numbersIn } from "./testing/plan-inputs";
import {
  api,
  assumed,
  cloud,
  combined,
  compound,
  inference,
  onPremises,
  planOf,
  training,
  yearly,
} from "./testing/plans";
import type { OptionProjection } from "./types";

const served = inference({
  requestsPerMonth: assumed(1000),
  outputTokensPerRequest: assumed(1000),
});
const priced = {
  api: api({ outputPrice: assumed(2) }),
  cloud: cloud({ rate: assumed(3) }),
  own: onPremises({ quote: { serverPrice: assumed(5000) } }),
};

/** Three priced options for one workload, in 24 months, and what is wrong with it. */
const planWith = (parts: Parameters<typeof planOf>[0]): Plan =>
  planOf({
    horizonMonths: 24,
    workloads: [served],
    options: [priced.api, priced.cloud, priced.own],
    ...parts,
  });
const own = (parts: Parameters<typeof onPremises>[0]) =>
  planWith({
    options: [priced.api, onPremises({ quote: { serverPrice: assumed(5000) }, ...parts })],
  });

describe("what cannot be is refused, with the field it is about", () => {
  const steps = (...all: [month: number, factor: number][]) => ({
    kind: "steps" as const,
    steps: all.map(([month, factor]) => ({ month, factor })),
    evidence: "assumed" as const,
  });
  it.each<[what: string, input: unknown, path: string]>([
    ["no plan", null, ""],
    ["a list", [], ""],
    ["a word", "plan", ""],
    ["no horizon", planWith({ horizonMonths: 0 }), "horizonMonths"],
    ["a horizon past ten years", planWith({ horizonMonths: 121 }), "horizonMonths"],
    ["half a month", planWith({ horizonMonths: 1.5 }), "horizonMonths"],
    ["month 13", planWith({ startMonth: "2027-13" }), "startMonth"],
    ["a field that is none", { ...planWith({}), discount: 0.1 }, "discount"],
    [
      "zero throughput",
      planWith({ options: [cloud({ throughput: [combined(0)] })] }),
      "options.cloud.throughput.chat.outputTokensPerSecond",
    ],
    [
      "a utilization ceiling of nothing",
      planWith({ options: [cloud({ utilizationCeilingFraction: assumed(0) })] }),
      "options.cloud.utilizationCeilingFraction",
    ],
    ["no life at all", own({ usefulLifeMonths: assumed(0) }), "options.own.usefulLifeMonths"],
    [
      "a price below nothing",
      planWith({ options: [api({ outputPrice: assumed(-1) })] }),
      "options.api.outputPrice",
    ],
    [
      "a price that is no number",
      planWith({ options: [api({ outputPrice: assumed(Number.NaN) })] }),
      "options.api.outputPrice",
    ],
    [
      "a price in words",
      planWith({ options: [{ ...api(), outputPrice: "two" as never }] }),
      "options.api.outputPrice",
    ],
    ["a bridge to nowhere", own({ bridgeOptionId: "nowhere" }), "options.own.bridgeOptionId"],
    ["a bridge to itself", own({ bridgeOptionId: "own" }), "options.own.bridgeOptionId"],
    [
      "a bridge that has to be bought too",
      planWith({ options: [priced.own, onPremises({ id: "second", bridgeOptionId: "own" })] }),
      "options.second.bridgeOptionId",
    ],
    [
      "throughput for a workload that is not there",
      planWith({ options: [cloud({ throughput: [combined(1, { workloadId: "gone" })] })] }),
      "options.cloud.throughput.gone.workloadId",
    ],
    [
      "throughput for training",
      planWith({
        workloads: [training()],
        options: [cloud({ throughput: [combined(1, { workloadId: "tune" })] })],
      }),
      "options.cloud.throughput.tune.workloadId",
    ],
    [
      "a quote that ends before it begins",
      own({ quote: { quotedOn: "2027-02-01", validUntil: "2027-01-01" } }),
      "options.own.quote.validUntil",
    ],
    [
      "demand that grows a million times and more",
      planWith({ horizonMonths: 120, workloads: [inference({ growth: compound(20) })] }),
      "workloads.chat.growth.ratePerYearFraction",
    ],
    [
      "a price that grows faster than any",
      planWith({ assumptions: { apiPricePath: yearly(6) } }),
      "assumptions.apiPricePath.changePerYearFraction",
    ],
    [
      "a price that falls to nothing in a year",
      planWith({ assumptions: { apiPricePath: yearly(-1) } }),
      "assumptions.apiPricePath.changePerYearFraction",
    ],
    [
      "steps in no order",
      planWith({ workloads: [inference({ growth: steps([6, 2], [3, 4]) })] }),
      "workloads.chat.growth.steps",
    ],
    [
      "a year without any season",
      planWith({ workloads: [inference({ season: new Array(12).fill(0) })] }),
      "workloads.chat.season",
    ],
    [
      "a baseline that is not there",
      planWith({ assumptions: { baselineOptionId: "gone" } }),
      "assumptions.baselineOptionId",
    ],
    ["two options of one id", planWith({ options: [priced.api, priced.api] }), "options"],
  ])("%s", (_, input, path) => {
    const checked = checkPlan(input);
    if (checked.ok) throw new Error("The plan was let in");
    const [first] = checked.issues;
    expect(first?.path.startsWith(path), `${first?.path}: ${first?.message}`).toBe(true);
    expect(first?.message).toMatch(/^\S.*\.$/);
  });
});

describe("what contradicts itself has an answer with its reason", () => {
  type Reason = Partial<Pick<OptionProjection, "missing" | "infeasibilities" | "warnings">>;
  const infeasible = (...infeasibilities: OptionProjection["infeasibilities"]): Reason => ({
    infeasibilities,
  });
  const noBridge = (fromMonth: number, toMonth: number) =>
    infeasible({ kind: "noBridge", fromMonth, toMonth });
  const noThroughput = infeasible({ kind: "noThroughput", workloadId: "chat" });
  const missing = (path: string): Reason => ({ missing: [{ path }] });
  const ownBridged = (parts: Parameters<typeof onPremises>[0]) =>
    own({ bridgeOptionId: "api", ...parts });

  it.each<[what: string, plan: Plan, optionId: string, status: string, reason: Reason]>([
    [
      "no capacity: no throughput for the workload",
      planWith({ options: [cloud({ rate: assumed(3), throughput: [] })] }),
      "cloud",
      "infeasible",
      noThroughput,
    ],
    [
      "no capacity: a combined rate and no output",
      planWith({
        workloads: [
          inference({
            inputTokensPerRequest: assumed(1000),
            outputTokensPerRequest: assumed(0),
          }),
        ],
      }),
      "cloud",
      "infeasible",
      noThroughput,
    ],
    [
      "no capacity: nothing owned, nothing bought",
      own({ purchasing: "none" }),
      "own",
      "infeasible",
      noBridge(0, 23),
    ],
    [
      "no capacity: no servers owned",
      own({
        purchasing: "none",
        owned: { servers: assumed(0), ageMonths: assumed(0), bookValue: assumed(0) },
      }),
      "own",
      "infeasible",
      noBridge(0, 23),
    ],
    [
      "servers older than their life, and nothing bought",
      own({
        purchasing: "none",
        owned: { servers: assumed(9), ageMonths: assumed(61), bookValue: assumed(1) },
      }),
      "own",
      "infeasible",
      {
        ...noBridge(0, 23),
        warnings: [{ kind: "ownedPastLife", path: "options.own.owned.ageMonths" }],
      },
    ],
    [
      "a life shorter than the lead time, and no bridge",
      own({ leadTimeMonths: assumed(12), usefulLifeMonths: assumed(6) }),
      "own",
      "infeasible",
      noBridge(0, 11),
    ],
    [
      "a life shorter than the lead time, bridged",
      ownBridged({ leadTimeMonths: assumed(12), usefulLifeMonths: assumed(6) }),
      "own",
      "complete",
      {},
    ],
    [
      "a lead time past the horizon, and no bridge",
      own({ leadTimeMonths: assumed(60) }),
      "own",
      "infeasible",
      noBridge(0, 23),
    ],
    [
      "a lead time past the horizon, bridged",
      ownBridged({ leadTimeMonths: assumed(60) }),
      "own",
      "complete",
      {},
    ],
    [
      "a bridge that cannot serve",
      planWith({
        options: [
          cloud({ throughput: [] }),
          onPremises({ leadTimeMonths: assumed(3), bridgeOptionId: "cloud" }),
        ],
      }),
      "own",
      "infeasible",
      infeasible({ kind: "bridgeUnusable", bridgeOptionId: "cloud" }),
    ],
    ["a life of one month", own({ usefulLifeMonths: assumed(1) }), "own", "complete", {}],
    [
      "a quote that expired before the plan",
      own({ quote: { serverPrice: assumed(5000), validUntil: "2026-11-30" } }),
      "own",
      "complete",
      { warnings: [{ kind: "quoteExpires", validUntil: "2026-11-30", fromMonth: 0 }] },
    ],
    [
      "more demand than there are tokens",
      planWith({
        workloads: [
          inference({ requestsPerMonth: assumed(1e12), outputTokensPerRequest: assumed(1e7) }),
        ],
      }),
      "api",
      "infeasible",
      infeasible({ kind: "demandTooLarge", month: 0, tokens: 1e19 }),
    ],
    [
      "an active window of no stated hours",
      planWith({ options: [cloud({ rate: assumed(3), policy: "active-window" })] }),
      "cloud",
      "incomplete",
      missing("options.cloud.activeHoursPerDay"),
    ],
    [
      "no output price",
      planWith({ options: [api({ outputPrice: assumed(null) })] }),
      "api",
      "incomplete",
      missing("options.api.outputPrice"),
    ],
    [
      "no rental rate",
      planWith({ options: [cloud({ rate: assumed(null) })] }),
      "cloud",
      "incomplete",
      missing("options.cloud.rate"),
    ],
    [
      "no server price",
      own({ quote: { serverPrice: assumed(null) } }),
      "own",
      "incomplete",
      missing("options.own.quote.serverPrice"),
    ],
    [
      "no power price",
      planWith({
        options: [onPremises({ serverPower: assumed(10) })],
        assumptions: { powerPrice: assumed(null) },
      }),
      "own",
      "incomplete",
      missing("assumptions.powerPrice"),
    ],
    [
      "no cost of a person",
      planWith({
        options: [api({ outputPrice: assumed(2), staffFte: assumed(1) })],
        assumptions: { staffCost: assumed(null) },
      }),
      "api",
      "incomplete",
      missing("assumptions.staffCost"),
    ],
    [
      "no throughput figure",
      planWith({ options: [cloud({ throughput: [combined(null)] })] }),
      "cloud",
      "incomplete",
      missing("options.cloud.throughput.chat.outputTokensPerSecond"),
    ],
    [
      "no demand figure",
      planWith({ workloads: [inference({ requestsPerMonth: assumed(null) })] }),
      "api",
      "incomplete",
      missing("workloads.chat.requestsPerMonth"),
    ],
    [
      "no price change",
      planWith({
        assumptions: { apiPricePath: { kind: "annual", changePerYearFraction: assumed(null) } },
      }),
      "api",
      "incomplete",
      missing("assumptions.apiPricePath.changePerYearFraction"),
    ],
    [
      "a bridge without a price",
      planWith({
        options: [
          api({ outputPrice: assumed(null) }),
          onPremises({ leadTimeMonths: assumed(3), bridgeOptionId: "api" }),
        ],
      }),
      "own",
      "incomplete",
      missing("options.api.outputPrice"),
    ],
    ["a price of nothing, which is a price", planWith({ options: [api()] }), "api", "complete", {}],
  ])("%s", (_, plan, optionId, status, reason) => {
    const checked = checkPlan(plan);
    if (!checked.ok) throw new Error(checked.issues.map(({ message }) => message).join(" "));
    const projection = project(checked.value);
    const option = optionOf(projection, optionId);
    const { missing: gaps, infeasibilities, warnings } = option;
    expect({ status: option.status, gaps, infeasibilities }).toEqual({
      status,
      gaps: reason.missing ?? [],
      infeasibilities: reason.infeasibilities ?? [],
    });
    expect(warnings.filter(({ kind }) => kind !== "fullUtilization")).toEqual(
      reason.warnings ?? [],
    );
    if (status === "complete") expect(projection.ranking).toContain(optionId);
    else expectNoQuietZero(checked.value, option);
  });

  /** No line, no rank, no cost per token, and no verdict that would read as an answer. */
  function expectNoQuietZero(plan: Plan, option: OptionProjection) {
    const { optionId } = option;
    const projection = project(plan);
    expect(projection.ranking).not.toContain(optionId);
    expect(option.lines).toEqual([]);
    expect(option.summary.costPerMillionTokens).toBeNull();
    const other = plan.options.find(({ id }) => id !== optionId)?.id ?? "nobody";
    const basis = { view: "cash", discountRatePerYearFraction: null } as const;
    const search = { month: 0, searchUpToTokens: 1e9 };
    expect(breakEvenMonth(projection, optionId, other, basis).verdict).toBe("unranked");
    expect(walkAwayPrice(plan, optionId, other).verdict).toBe("unranked");
    const asked = [
      breakEvenVolume(plan, optionId, other, search),
      runRateCurve(plan, optionId, { month: 0, upToTokens: 1e9 }),
    ];
    expect(numbersIn(asked).every(Number.isFinite)).toBe(true);
  }
});

describe("curves that explode stay finite or are refused as too large", () => {
  const steep = { kind: "logistic" as const, steepnessPerYear: assumed(50) };
  const price = yearly(5);
  const everyPrice = {
    hardwarePricePath: price,
    cloudPricePath: price,
    apiPricePath: price,
    powerPricePath: price,
    staffCostPath: price,
  };
  it.each<[string, Plan]>([
    [
      "a cliff long past",
      planWith({
        workloads: [
          inference({
            growth: { ...steep, ceilingRatio: assumed(10_000), midpointMonths: assumed(-120) },
          }),
        ],
      }),
    ],
    [
      "a cliff never reached",
      planWith({
        workloads: [
          inference({
            growth: { ...steep, ceilingRatio: assumed(10_000), midpointMonths: assumed(240) },
          }),
        ],
      }),
    ],
    [
      "every price sixfold a year for ten years",
      planWith({ horizonMonths: 120, assumptions: everyPrice }),
    ],
    [
      "a step to a million times the demand",
      planWith({
        workloads: [
          {
            ...served,
            growth: { kind: "steps", steps: [{ month: 1, factor: 1e6 }], evidence: "assumed" },
          },
        ],
      }),
    ],
    [
      "demand that shrinks to nothing",
      planWith({
        workloads: [{ ...served, growth: { kind: "linear", addedPerYearFraction: assumed(-1) } }],
      }),
    ],
  ])("%s", (_, plan) => {
    const checked = checkPlan(plan);
    if (!checked.ok) throw new Error(checked.issues.map(({ message }) => message).join(" "));
    const projection = project(checked.value);
    expect(numbersIn(projection).every(Number.isFinite)).toBe(true);
    for (const { status, infeasibilities } of projection.options) {
      if (status !== "complete") expect(infeasibilities[0]?.kind).toBe("demandTooLarge");
    }
  });
});
