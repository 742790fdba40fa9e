import type { Plan } from "@/lib/schemas/plan";
import type published from "../golden/published-cases.json";
import { breakEvenMonth, breakEvenVolume, project } from "../index";
import { api, assumed, cloud, combined, inference, onPremises, planOf, training } from "./plans";
import { lineOf, projected } from "./results";

type Published = typeof published;

/** The inputs of one published case. */
export type Inputs<Id extends keyof Published> = Published[Id]["inputs"];

const hours = 730;
const secondsPerMonth = hours * 3600;

/** Output tokens a month that keep one replica of this rate exactly busy. */
const fullLoad = (tokensPerSecond: number) => ({
  requestsPerMonth: assumed(tokensPerSecond * hours),
  outputTokensPerRequest: assumed(3600),
});

type Rental = { readonly ratePerHour: number; readonly tokensPerSecond: number };

export function rentedPerMillion({ ratePerHour, tokensPerSecond }: Rental): number {
  const plan = planOf({
    workloads: [inference(fullLoad(tokensPerSecond))],
    options: [cloud({ rate: assumed(ratePerHour), throughput: [combined(tokensPerSecond)] })],
  });
  return projected(plan, "cloud").summary.costPerMillionTokens ?? Number.NaN;
}

/** One server with running costs an hour, as space on 1 kW, against the same machine rented. */
export function ownedOrRented(parts: {
  readonly serverPrice: number;
  readonly lifeMonths: number;
  readonly runningCostPerHour: number;
  readonly cloudRatePerHour: number;
  readonly tokensPerSecond?: number;
  readonly hoursPerDay?: number;
  readonly months?: number;
}): Plan {
  const rate = parts.tokensPerSecond ?? 1;
  const load = parts.hoursPerDay === undefined ? fullLoad(rate) : {};
  return planOf({
    horizonMonths: parts.months ?? parts.lifeMonths,
    workloads: [inference(load)],
    options: [
      onPremises({
        usefulLifeMonths: assumed(parts.lifeMonths),
        serverPower: assumed(1),
        space: assumed(parts.runningCostPerHour * hours),
        quote: { serverPrice: assumed(parts.serverPrice) },
        throughput: [combined(rate)],
      }),
      cloud({
        rate: assumed(parts.cloudRatePerHour),
        throughput: [combined(rate)],
        policy: parts.hoursPerDay === undefined ? "always-on" : "active-window",
        activeHoursPerDay: assumed(parts.hoursPerDay ?? null),
      }),
    ],
  });
}

/** Whole months until A has cost less for good. */
export function monthsUntilCheaper(plan: Plan, a: string, b: string): number {
  const basis = { view: "cash", discountRatePerYearFraction: null } as const;
  const month = breakEvenMonth(project(plan), a, b, basis).forGoodFrom;
  return month === null ? Number.NaN : month + 1;
}

/** Tokens a month above which A is cheaper. */
export function firstWinningVolume(plan: Plan, a: string, b: string): number {
  const search = { month: 0, searchUpToTokens: 1e11 };
  return breakEvenVolume(plan, a, b, search).intervals[0]?.low ?? Number.NaN;
}

export function serverYear(inputs: Inputs<"nvidia-server-year">) {
  const plan = planOf({
    workloads: [
      inference({ requestsPerMonth: assumed(inputs.peakRequestsPerSecond * secondsPerMonth) }),
    ],
    options: [
      onPremises({
        acceleratorsPerServer: assumed(inputs.acceleratorsPerServer),
        usefulLifeMonths: assumed(inputs.lifeMonths),
        licences: assumed(inputs.softwarePerYear / inputs.acceleratorsPerServer),
        serverPower: assumed(1),
        space: assumed(inputs.hostingPerYear / 12),
        quote: { serverPrice: assumed(inputs.serverPrice) },
        throughput: [combined(inputs.requestsPerSecondPerInstance)],
      }),
    ],
  });
  const own = projected(plan, "own");
  return {
    perYear: own.summary.accrual,
    servers: own.capacity.servers[0] ?? 0,
    acceleratorsBusy: Math.ceil((own.capacity.utilizationFraction[0] ?? 0) * 8),
  };
}

export function costForecaster(inputs: Inputs<"cost-forecaster">) {
  const growth = (1 + inputs.growthPerMonth) ** 12 - 1;
  const plan = planOf({
    horizonMonths: 24,
    workloads: [
      inference({
        requestsPerMonth: assumed(inputs.requests),
        outputTokensPerRequest: assumed(inputs.tokensPerRequest),
        growth: { kind: "compound", ratePerYearFraction: assumed(growth) },
      }),
    ],
    options: [
      api({ outputPrice: assumed(inputs.pricePerMillion) }),
      cloud({
        rate: assumed(inputs.clusterPerMonth / hours),
        throughput: [combined(inputs.clusterTokensPerMonth / secondsPerMonth)],
        utilizationCeilingFraction: assumed(inputs.utilization),
        staffFte: assumed(inputs.people),
      }),
    ],
    assumptions: { staffCost: assumed(inputs.personPerMonth * 12) },
  });
  const bill = projected(plan, "api");
  const selfHosted = projected(plan, "cloud");
  const wins = selfHosted.cash.all.filter((cost, month) => cost < (bill.cash.all[month] ?? 0));
  return {
    apiMonth1: bill.cash.all[0] ?? 0,
    apiTotal: bill.summary.cash,
    selfHostTotal: selfHosted.summary.cash,
    highestMonth: Math.max(...selfHosted.cash.all),
    clustersAtTheEnd: selfHosted.capacity.servers[23] ?? 0,
    monthsInWhichSelfHostWins: wins.length,
  };
}

export function deepseekDay(inputs: Inputs<"deepseek-day">) {
  const requests = 1e9;
  const dayOf = (cachedShare: number) =>
    inference({
      requestsPerMonth: assumed(requests),
      inputTokensPerRequest: assumed(inputs.inputTokens / requests),
      cachedInputFraction: assumed(cachedShare),
      outputTokensPerRequest: assumed(inputs.outputTokens / requests),
    });
  const { input, cached, output } = inputs.pricePerMillion;
  const billed = planOf({
    horizonMonths: 1,
    workloads: [dayOf(inputs.cachedTokens / inputs.inputTokens)],
    options: [
      api({
        inputPrice: assumed(input),
        cachedInputPrice: assumed(cached),
        outputPrice: assumed(output),
      }),
    ],
  });
  const sized = planOf({
    horizonMonths: 1,
    workloads: [dayOf(0)],
    options: [
      cloud({
        throughput: [
          {
            ...combined(null),
            basis: "split",
            prefillTokensPerSecond: assumed(inputs.prefillPerNode),
            decodeTokensPerSecond: assumed(inputs.decodePerNode),
          },
        ],
      }),
    ],
  });
  return {
    revenue: projected(billed, "api").summary.cash,
    nodeHours: projected(sized, "cloud").capacity.acceleratorHours.inference[0] ?? 0,
  };
}

export function trainingRuns(inputs: Inputs<"training-runs">) {
  const trained = (runs: Record<string, number>) =>
    projected(
      planOf({
        workloads: Object.entries(runs).map(([id, runHours]) =>
          training({
            id,
            acceleratorHoursPerRun: assumed(runHours),
            monthsBetweenRuns: assumed(120),
          }),
        ),
        options: [cloud({ rate: assumed(inputs.ratePerHour) })],
      }),
      "cloud",
    );
  const deepseek = trained(inputs.deepseekHours);
  const mpt = trained({ mpt: inputs.mptAccelerators * inputs.mptDays * 24 });
  return {
    deepseekHours: deepseek.capacity.acceleratorHours.training[0] ?? 0,
    deepseekCost: deepseek.summary.training,
    mptCost: lineOf(mpt, "trainingRental", "training").cash[0] ?? 0,
  };
}
