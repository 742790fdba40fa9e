import type { PricePath } from "@/lib/schemas/curve";
import type cases from "../../golden/curves.json";
import { curveFactors } from "../../index";
import { at } from "../../series";
import type { OptionProjection } from "../../types";
import {
  api,
  assumed,
  cloud,
  combined,
  inference,
  onPremises,
  planOf,
  training,
  yearly,
} from "../plans";
import { lineOf } from "../results";
import { hours, projected, required, secondsPerMonth, type Workings } from "./plans";

type Cases = typeof cases;

export const curves: Workings<Cases> = {
  llmflation: ({ price, priceAtEnd, years, laterFactor, laterMonths }) => {
    const yearlyChange = (priceAtEnd / price) ** (1 / years) - 1;
    const perMillion = apiPriceOn(price, yearly(yearlyChange));
    const later = apiPriceOn(price, yearly(laterFactor ** (-12 / laterMonths) - 1));
    return {
      wholeFactor: perMillion(0) / perMillion(12 * years),
      yearlyFactor: perMillion(0) / perMillion(12),
      year1: perMillion(12),
      year2: perMillion(24),
      year3: perMillion(36),
      laterYearlyFactor: later(0) / later(12),
    };
  },
  "ai-index": aiIndex,
  "cost-forecaster": costForecaster,
  "inference-share": inferenceShare,
};

/** Money per million tokens by month, of an API on a price path. */
function apiPriceOn(price: number, apiPricePath: PricePath): (month: number) => number {
  const plan = planOf({
    horizonMonths: 48,
    workloads: [inference({ requestsPerMonth: assumed(1e6) })],
    options: [api({ outputPrice: assumed(price) })],
    assumptions: { apiPricePath },
  });
  const { costPerMillionTokens } = projected(plan, "api");
  return (month) => required(costPerMillionTokens[month]);
}

function aiIndex(inputs: Cases["ai-index"]["inputs"]) {
  const { price, priceAtEnd, months } = inputs;
  const stepped = apiPriceOn(price, {
    kind: "steps",
    steps: [{ month: months, factor: priceAtEnd / price }],
    evidence: "list",
  });
  const changeOver = (span: number) => yearly((priceAtEnd / price) ** (12 / span) - 1);
  const perMillion = apiPriceOn(price, changeOver(months));
  const elsewhere = curveFactors(changeOver(inputs.monthsAsToldElsewhere), 13) ?? [];
  return {
    fold: stepped(0) / stepped(months),
    yearlyFactor: perMillion(0) / perMillion(12),
    yearlyFactorElsewhere: 1 / at(elsewhere, 12),
    hardwareAfter3Years: priceOfReplacement(36, inputs.hardwareChangePerYear),
    hardwareAfter5Years: priceOfReplacement(60, inputs.hardwareChangePerYear),
    energyAfter3Years: energyBillAfter3Years(inputs.efficiencyChangePerYear),
  };
}

/** A server that lives so many months is bought again at the price of that month. */
function priceOfReplacement(lifeMonths: number, changePerYear: number): number {
  const own = projected(
    planOf({
      horizonMonths: 72,
      workloads: [inference()],
      options: [
        onPremises({
          usefulLifeMonths: assumed(lifeMonths),
          quote: { validUntil: "2026-11-30", serverPrice: assumed(1) },
        }),
      ],
      assumptions: { hardwarePricePath: yearly(changePerYear) },
    }),
    "own",
  );
  const { cash } = lineOf(own, "servers");
  return at(cash, lifeMonths) / at(cash, 0);
}

/** Less energy for the same work is the same bill as a lower price for the same energy. */
function energyBillAfter3Years(efficiencyChangePerYear: number): number {
  const own = projected(
    planOf({
      horizonMonths: 48,
      workloads: [inference()],
      options: [onPremises({ serverPower: assumed(1) })],
      assumptions: {
        powerPrice: assumed(1),
        powerPricePath: yearly(1 / (1 + efficiencyChangePerYear) - 1),
      },
    }),
    "own",
  );
  const { cash } = lineOf(own, "power");
  return at(cash, 36) / at(cash, 0);
}

function costForecaster(inputs: Cases["cost-forecaster"]["inputs"]) {
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
  const wins = selfHosted.cash.all.filter((cost, month) => cost < at(bill.cash.all, month));
  return {
    apiMonth1: at(bill.cash.all, 0),
    apiMonthOnMonth: at(bill.cash.all, 23) / at(bill.cash.all, 22),
    apiTotal: bill.summary.cash,
    apiTotalExact: bill.summary.cash,
    selfHostTotal: selfHosted.summary.cash,
    selfHostTotalExact: selfHosted.summary.cash,
    highestMonth: Math.max(...selfHosted.cash.all),
    clustersAtTheEnd: at(selfHosted.capacity.servers, 23),
    monthsInWhichSelfHostWins: wins.length,
  };
}

/** Spend of 1 at the start, in 2023; the months of 2025 and 2026 are 24 and 36. */
function inferenceShare({ shares }: Cases["inference-share"]["inputs"]) {
  const [y2023, y2025, y2026] = [shares["2023"], shares["2025"], shares["2026"]];
  const steps = (levels: readonly [number, number, number]) => ({
    kind: "steps" as const,
    evidence: "list" as const,
    steps: [0, 24, 36].map((month, i) => ({ month, factor: (levels[i] ?? 0) / levels[0] })),
  });
  const published = spendOf(
    y2023,
    steps([y2023, y2025, y2026]),
    steps([1 - y2023, 1 - y2025, 1 - y2026]),
  );
  const straight = (from: number, to: number) => ({
    kind: "linear" as const,
    addedPerYearFraction: assumed((to / from - 1) / 2),
  });
  const between = spendOf(y2023, straight(y2023, y2025), straight(1 - y2023, 1 - y2025));
  const odds = (month: number) =>
    at(published.accrual.inference, month) / at(published.accrual.training, month);
  return {
    share2024: at(between.accrual.inference, 12) / at(between.accrual.all, 12),
    ratio2026: odds(36),
    slope2023to2025: Math.log(odds(24) / odds(0)) / 2,
    slope2025to2026: Math.log(odds(36) / odds(24)),
  };
}

type Growth = ReturnType<typeof inference>["growth"];

function spendOf(inferenceShare: number, served: Growth, trained: Growth): OptionProjection {
  const plan = planOf({
    horizonMonths: 48,
    workloads: [
      inference({ requestsPerMonth: assumed(inferenceShare * 1e6), growth: served }),
      training({ acceleratorHoursPerRun: assumed(1 - inferenceShare), growth: trained }),
    ],
    options: [api({ outputPrice: assumed(1), trainingRate: assumed(1) })],
  });
  return projected(plan, "api");
}
