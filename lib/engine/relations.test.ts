import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Plan } from "@/lib/schemas/plan";
import { inPlanCurrency } from "./convert-plan";
import { breakEvenMonth, breakEvenVolume, project, runRateCurve } from "./index";
import { at, total } from "./series";
import { withoutCurrencies } from "./testing/arbitrary-currencies";
import { arbitraryPlan } from "./testing/arbitrary-plan";
import { complete, magnitude, near, optionOf, same } from "./testing/expectations";
import { withPricesTimes, withRequestsTimes } from "./testing/plan-inputs";
import { api, assumed, combined, compound, flat, inference, training } from "./testing/plans";
import { plansEach } from "./testing/property-runs";
import type { CostLine, LineId, MonthInterval, OptionProjection } from "./types";

const plans = arbitraryPlan();
/** The same with options of these kinds alone, where the others would only take time. */
const plansOf = (...kinds: readonly OptionProjection["kind"][]) =>
  plans.map((plan) => ({
    ...plan,
    options: plan.options.filter(({ kind }) => kinds.includes(kind)),
  }));
const bill = (lines: readonly CostLine[]) =>
  total(lines.filter(({ id }) => billedByUse.has(id)).map((line) => total(line.cash)));
/** Lines of an API that follow from tokens and hours alone, not from its being used at all. */
const billedByUse = new Set<LineId>([
  "inputTokens",
  "cachedInputTokens",
  "outputTokens",
  "trainingRental",
]);

describe("additivity", () => {
  it("an API's bill is the sum of the bills of each workload alone", () => {
    fc.assert(
      fc.property(plansOf("api"), (plan) => {
        const apart = plan.workloads.map((row) => only(plan, row.id));
        const sum = total(apart.map((one) => bill(optionOf(project(one), "api").lines)));
        near(bill(optionOf(project(plan), "api").lines), sum);
      }),
      plansEach,
    );
  });

  it("demand is the sum over workloads, and machines that are shared are never more than apart", () => {
    fc.assert(
      fc.property(plansOf("cloud"), (plan) => {
        const rented = withoutSpares(plan);
        if (rented.workloads.length === 0) return;
        const apart = rented.workloads.map((row) => project(only(rented, row.id)));
        const together = project(rented);
        const cloud = optionOf(together, "cloud");
        together.servedTokens.forEach((tokens, month) => {
          near(tokens, total(apart.map((one) => at(one.servedTokens, month))));
          const instances = apart.map((one) => at(optionOf(one, "cloud").capacity.servers, month));
          expect(at(cloud.capacity.servers, month)).toBeLessThanOrEqual(total(instances));
        });
      }),
      plansEach,
    );
  });
});

describe("scaling", () => {
  it("k times the requests make an API's token bill k times as high", () => {
    fc.assert(
      fc.property(plansOf("api"), fc.double({ min: 0.1, max: 10, noNaN: true }), (plan, k) => {
        const served = { ...plan, workloads: plan.workloads.filter(isInference) };
        const after = optionOf(project(withRequestsTimes(served, k)), "api");
        near(bill(after.lines), k * bill(optionOf(project(served), "api").lines));
      }),
      plansEach,
    );
  });
});

describe("permutation", () => {
  it("the order of workloads changes no cost", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const turned = project({ ...plan, workloads: plan.workloads.toReversed() });
        for (const option of project(plan).options) {
          sameCost(optionOf(turned, option.optionId), option);
        }
      }),
      plansEach,
    );
  });
});

describe("what costs and does nothing", () => {
  it("changes no other option, and no cost", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        // Without a workload the parts of a portfolio are not in use, and one that asks for nothing begins that.
        if (plan.workloads.length === 0) return;
        const before = project(plan);
        const after = project(withNothingAdded(plan));
        for (const option of before.options) {
          sameCost(optionOf(after, option.optionId), option);
        }
        const ranked = after.ranking.filter((id) => id !== "free");
        same(new Set(ranked), new Set(before.ranking));
      }),
      plansEach,
    );
  });

  it("costs nothing", () => {
    fc.assert(
      fc.property(plansOf("api"), (plan) => {
        const free = optionOf(project(withPricesTimes(plan, 0)), "api");
        same([free.summary.cash, free.summary.accrual, free.lines], [0, 0, []]);
      }),
      plansEach,
    );
  });
});

describe("a workload split in two equal halves", () => {
  it("changes no bill on the mean", () => {
    fc.assert(
      fc.property(plansOf("api", "cloud"), fc.nat(), (plan, n) => {
        const served = plan.workloads.filter(isInference);
        const row = served[n % Math.max(1, served.length)];
        if (row === undefined) return;
        const [before, after] = [project(plan), project(inHalves(plan, row.id))];
        sameCost(optionOf(after, "api"), optionOf(before, "api"));
        const hours = (one: typeof before) =>
          total(optionOf(one, "cloud").capacity.acceleratorHours.inference);
        if (optionOf(after, "cloud").status === "complete") near(hours(after), hours(before));
      }),
      plansEach,
    );
  });
});

describe("with flat curves", () => {
  it("a later start changes nothing", () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: 1, max: 59 }), (plan, months) => {
        const still = flattened(plan);
        const { startMonth, ...before } = project(still);
        const later = monthsLater(startMonth, months);
        const after = project({ ...still, startMonth: later });
        same({ ...after, startMonth }, { ...before, startMonth });
      }),
      plansEach,
    );
  });

  it("every month of an API and of the cloud costs what the first does", () => {
    fc.assert(
      fc.property(plansOf("api", "cloud"), (plan) => {
        const still = flattened({ ...plan, workloads: plan.workloads.filter(isInference) });
        for (const { cash } of project(still).options) {
          const { all } = cash;
          for (const cost of all) near(cost, at(all, 0));
        }
      }),
      plansEach,
    );
  });
});

describe("another currency", () => {
  it("converted there and back by the inverse rate, every cost is what it was", () => {
    fc.assert(
      fc.property(plans, fc.double({ min: 0.001, max: 1000, noNaN: true }), (held, rate) => {
        const plan = withoutCurrencies(held);
        const there = { ...withPricesTimes(plan, rate), currency: "EUR" };
        const back = { ...withPricesTimes(there, 1 / rate), currency: plan.currency };
        const after = project(back);
        for (const option of project(plan).options) {
          sameCost(optionOf(after, option.optionId), option);
          const converted = optionOf(project(there), option.optionId).summary;
          near(converted.cash / rate, option.summary.cash, magnitude(option));
        }
      }),
      plansEach,
    );
  });
});

describe("depreciation", () => {
  it("sums to what was paid and owned, less what is left", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        for (const option of complete(project(asBooked(plan)))) {
          const row = inPlanCurrency(plan).options.find(({ id }) => id === option.optionId);
          if (row?.kind !== "on-premises") continue;
          const opening = total(
            [row.owned, ...(row.furtherOwned ?? [])].map(
              (group) => (group?.servers.value ?? 0) * (group?.bookValue.value ?? 0),
            ),
          );
          const lines = option.lines.filter(({ id }) => isHardware(id));
          const paid = total(lines.map((line) => total(line.cash)));
          const used = total(lines.map((line) => total(line.accrual)));
          const { remainingBookValue, owedAtHorizon } = option.summary;
          near(used, paid + owedAtHorizon + opening - remainingBookValue, paid + opening);
        }
      }),
      plansEach,
    );
  });
});

describe("the ends of a break-even interval", () => {
  const basis = { view: "cash", discountRatePerYearFraction: null } as const;

  it("are months at which the sign of the difference changes", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const projection = project(plan);
        const [a, b] = [optionOf(projection, "own"), optionOf(projection, "api")];
        const lead = (month: number) => at(b.cash.cumulative, month) - at(a.cash.cumulative, month);
        const { intervals } = breakEvenMonth(projection, "own", "api", basis);
        for (const interval of intervals) expectTurns(interval, lead, projection.months);
      }),
      plansEach,
    );
  });

  it("are volumes at which the sign of the difference changes", () => {
    fc.assert(
      fc.property(plans, fc.constantFrom("cloud", "own"), (plan, a) => {
        const searchUpToTokens = 20 * at(project(plan).servedTokens, 0);
        const { intervals } = breakEvenVolume(plan, a, "api", { month: 0, searchUpToTokens });
        const lead = (tokens: number) => costAt(plan, "api", tokens) - costAt(plan, a, tokens);
        for (const { low, high } of intervals.slice(0, 2)) {
          expectWinsBetween({ low, high: high ?? searchUpToTokens }, lead);
        }
      }),
      plansEach,
    );
  });

  /** Half a cent is the least that counts as a win. */
  function expectTurns(
    { from, to }: MonthInterval,
    lead: (month: number) => number,
    months: number,
  ) {
    expect(lead(from)).toBeGreaterThan(0.005);
    expect(lead(to)).toBeGreaterThan(0.005);
    if (from > 0) expect(lead(from - 1)).toBeLessThanOrEqual(0.005);
    if (to < months - 1) expect(lead(to + 1)).toBeLessThanOrEqual(0.005);
  }

  function expectWinsBetween(
    { low, high }: { low: number; high: number },
    lead: (n: number) => number,
  ) {
    const step = 1e-6;
    if (low * (1 + 2 * step) >= high * (1 - 2 * step) || high < 1) return;
    expect(lead(low * (1 + step) + step)).toBeGreaterThanOrEqual(0);
    expect(lead(high * (1 - step))).toBeGreaterThanOrEqual(0);
    if (low > 1) expect(lead(low * (1 - step))).toBeLessThanOrEqual(0);
  }

  /** The last point of the run-rate up to these tokens. */
  function costAt(plan: Plan, optionId: string, upToTokens: number): number {
    return (
      runRateCurve(plan, optionId, { month: 0, upToTokens })?.points.at(-1)?.cost ?? Number.NaN
    );
  }
});

function sameCost(after: OptionProjection, before: OptionProjection) {
  expect(after.status).toBe(before.status);
  const scale = magnitude(before);
  for (const measure of ["cash", "accrual", "netPresentCost", "remainingBookValue"] as const) {
    near(after.summary[measure], before.summary[measure], scale);
  }
}

const isInference = (row: Plan["workloads"][number]) => row.kind === "inference";
const isHardware = (id: string) => ["servers", "network", "installation", "racks"].includes(id);

/** Only what is used is paid: what is promised ahead has an end of its own. */
function withoutCommitments(plan: Plan): Plan {
  const options = plan.options.map((row) => {
    const { commitments: _, ...bare } = row as typeof row & { readonly commitments?: unknown };
    return bare as typeof row;
  });
  return { ...plan, options };
}

/** The plan with one of its workloads. */
function only(plan: Plan, workloadId: string): Plan {
  return { ...plan, workloads: plan.workloads.filter(({ id }) => id === workloadId) };
}

function withoutSpares(plan: Plan): Plan {
  const options = withoutCommitments(plan).options.map((row) =>
    "spareReplicas" in row ? { ...row, spareReplicas: assumed(0) } : row,
  );
  return { ...plan, options };
}

/** A free option, a workload that nobody asks for, and runs of no hours. */
function withNothingAdded(plan: Plan): Plan {
  const idle = inference({ id: "idle", requestsPerMonth: assumed(0) });
  const noHours = training({ id: "no-hours", acceleratorHoursPerRun: assumed(0) });
  const options = plan.options.map((row) =>
    "throughput" in row
      ? { ...row, throughput: [...row.throughput, combined(1, { workloadId: "idle" })] }
      : row,
  );
  return {
    ...plan,
    workloads: [...plan.workloads, idle, noHours],
    options: [...options, api({ id: "free" })],
  };
}

function inHalves(plan: Plan, workloadId: string): Plan {
  const workloads = plan.workloads.flatMap((row) => {
    if (row.id !== workloadId || row.kind !== "inference") return [row];
    const half = { ...row, requestsPerMonth: assumed((row.requestsPerMonth.value ?? 0) / 2) };
    return [half, { ...half, id: "other-half" }];
  });
  const options = plan.options.map((row) => {
    if (!("throughput" in row)) return row;
    const rates = row.throughput.filter((one) => one.workloadId === workloadId);
    const copies = rates.map((one) => ({ ...one, workloadId: "other-half" }));
    return { ...row, throughput: [...row.throughput, ...copies] };
  });
  return { ...plan, workloads, options };
}

/** Nothing that depends on the month: no curve, no season, no expiry, and no tax, which falls by calendar year. */
function flattened(plan: Plan): Plan {
  const { taxRateFraction: _, ...still } = plan.assumptions;
  const paths = Object.entries(still).flatMap(([name, value]) =>
    typeof value === "object" && value !== null && "kind" in value ? [name] : [],
  );
  return {
    ...plan,
    assumptions: { ...still, ...Object.fromEntries(paths.map((name) => [name, flat])) },
    workloads: plan.workloads.map((row) => {
      if (row.kind === "training") return { ...row, growth: compound(0) };
      const { season: _season, reasoning: _reasoning, ...seasonless } = row;
      return { ...seasonless, growth: compound(0) };
    }),
    options: withoutCommitments(plan).options.map((row) => {
      if (row.kind === "api") {
        const { routing: _routing, ...unrouted } = row;
        return unrouted;
      }
      if (!("throughput" in row)) return row;
      const throughput = row.throughput.map(
        ({ speedUpPerYearFraction: _speedUp, levers: _levers, ...one }) => one,
      );
      if (row.kind !== "on-premises") return { ...row, throughput };
      return { ...row, throughput, quote: { ...row.quote, validUntil: "2099-12-31" } };
    }),
  };
}

function monthsLater(startMonth: string, months: number): string {
  const index = Number(startMonth.slice(0, 4)) * 12 + Number(startMonth.slice(5)) - 1 + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
}

/** Hardware by the books alone: nothing counted as sold at the end, and no tax deferred. */
function asBooked(plan: Plan): Plan {
  const { taxRateFraction: _, ...untaxed } = plan.assumptions;
  const assumptions = { ...untaxed, countRemainingBookValue: false };
  return { ...withoutCommitments(plan), assumptions };
}
