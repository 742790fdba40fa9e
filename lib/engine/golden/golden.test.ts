import { describe, expect, it } from "vitest";
import {
  costForecaster,
  deepseekDay,
  firstWinningVolume,
  type Inputs,
  monthsUntilCheaper,
  ownedOrRented,
  rentedPerMillion,
  serverYear,
  trainingRuns,
} from "../testing/golden-cases";
import { api, assumed, cloud, combined, inference, onPremises, planOf } from "../testing/plans";
import { lineOf, projected } from "../testing/results";
import published from "./published-cases.json";

type CaseId = keyof typeof published;

const hours = 730;
const secondsPerMonth = hours * 3600;

const worked: { readonly [Id in CaseId]: (inputs: Inputs<Id>) => Record<string, number> } = {
  "seed-table": (inputs) => {
    const h200 = rentedPerMillion(inputs.h200);
    const gb300 = rentedPerMillion(inputs.gb300);
    return { h200, h200AsPrinted: h200, gb300, gb300AsPrinted: gb300 };
  },
  "gmi-cloud": (inputs) => ({
    h100: rentedPerMillion(inputs.h100),
    h200: rentedPerMillion(inputs.h200),
  }),
  "lenovo-tokens": (inputs) => {
    const plan = ownedOrRented(inputs);
    const own = projected(plan, "own");
    return {
      ownedPerHour: (own.accrual.all[0] ?? 0) / hours,
      ownedPerMillion: own.summary.costPerMillionOutputTokens ?? Number.NaN,
      cloudPerMillion: projected(plan, "cloud").summary.costPerMillionTokens ?? Number.NaN,
    };
  },
  "lenovo-break-even": (inputs) =>
    Object.fromEntries(
      Object.entries(inputs.cloudRatesPerHour).map(([term, cloudRatePerHour]) => [
        term,
        monthsUntilCheaper(
          ownedOrRented({ ...inputs, lifeMonths: 60, cloudRatePerHour: Number(cloudRatePerHour) }),
          "own",
          "cloud",
        ),
      ]),
    ),
  "lenovo-hours-a-day": (inputs) => {
    const plan = ownedOrRented({
      ...inputs,
      lifeMonths: 60,
      hoursPerDay: inputs.exactThresholdHoursPerDay,
    });
    return {
      ownedFiveYears: projected(plan, "own").summary.cash,
      cloudAtThreshold: projected(plan, "cloud").summary.cash,
    };
  },
  silybench: (inputs) => silybench(inputs),
  "nvidia-server-year": (inputs) => serverYear(inputs),
  "pan-break-even": (inputs) => panBreakEven(inputs),
  "deepseek-day": (inputs) => deepseekDay(inputs),
  llmtco: (inputs) => llmtco(inputs),
  "colocation-power": (inputs) => colocationPower(inputs),
  "home-rental": (inputs) => homeRental(inputs),
  "cost-forecaster": (inputs) => costForecaster(inputs),
  "training-runs": (inputs) => trainingRuns(inputs),
};

describe("published cases", () => {
  it.each(Object.keys(published) as CaseId[])("%s", (id) => {
    const results = worked[id](published[id].inputs as never);
    const expected: Record<string, { value: number; within: number }> = published[id].expected;
    expect(Object.keys(results).toSorted()).toEqual(Object.keys(expected).toSorted());
    for (const [name, { value, within }] of Object.entries(expected)) {
      const result = results[name] ?? Number.NaN;
      const words = `${name}: ${result}, published ${value}`;
      expect(Math.abs(result - value), words).toBeLessThanOrEqual(within);
    }
  });
});

function silybench(inputs: Inputs<"silybench">): Record<string, number> {
  const requests = (inputs.outputTokensPerSecond / inputs.tokensEachWay) * secondsPerMonth;
  const plan = planOf({
    workloads: [
      inference({
        requestsPerMonth: assumed(requests),
        inputTokensPerRequest: assumed(inputs.tokensEachWay),
        outputTokensPerRequest: assumed(inputs.tokensEachWay),
      }),
    ],
    options: [
      cloud({
        rate: assumed(inputs.runpodPerHour),
        throughput: [combined(inputs.outputTokensPerSecond)],
      }),
      cloud({
        id: "gcp",
        rate: assumed(inputs.gcpPerHour),
        throughput: [combined(inputs.outputTokensPerSecond)],
      }),
      api({
        inputPrice: assumed(inputs.fireworksPerMillion),
        outputPrice: assumed(inputs.fireworksPerMillion),
      }),
    ],
  });
  const runpod = projected(plan, "cloud");
  const per1000 = (id: string) => ((projected(plan, id).cash.all[0] ?? 0) / requests) * 1000;
  return {
    runpodPerMonth: runpod.cash.all[0] ?? 0,
    runpodPerMillionOutput: runpod.summary.costPerMillionOutputTokens ?? Number.NaN,
    runpodPerMillion: runpod.summary.costPerMillionTokens ?? Number.NaN,
    gcpPer1000Requests: per1000("gcp"),
    fireworksPer1000Requests: per1000("api"),
    breakEvenRequests: firstWinningVolume(plan, "cloud", "api") / (2 * inputs.tokensEachWay),
  };
}

function panBreakEven(inputs: Inputs<"pan-break-even">): Record<string, number> {
  const months = Object.entries(inputs.models).flatMap(([model, machine]) =>
    Object.entries(inputs.apiInOut).map(([provider, [input = 0, output = 0]]) => {
      const tokens = machine.tokensPerSecond * inputs.hoursPerMonth * 3600;
      const plan = planOf({
        horizonMonths: 120,
        workloads: [
          inference({
            inputTokensPerRequest: assumed(tokens / 3),
            outputTokensPerRequest: assumed((tokens * 2) / 3),
          }),
        ],
        options: [
          api({ inputPrice: assumed(input), outputPrice: assumed(output) }),
          onPremises({
            usefulLifeMonths: assumed(240),
            serverPower: assumed(machine.kilowatts),
            loadFactorFraction: assumed(inputs.hoursPerMonth / hours),
            quote: { serverPrice: assumed(machine.price) },
            throughput: [combined(machine.tokensPerSecond)],
          }),
        ],
        assumptions: { powerPrice: assumed(inputs.powerPrice) },
      });
      return [`${model} ${provider}`, monthsUntilCheaper(plan, "own", "api")] as const;
    }),
  );
  return Object.fromEntries(months);
}

function llmtco(inputs: Inputs<"llmtco">): Record<string, number> {
  const [inputMillions = 0, outputMillions = 0] = inputs.apiInOutMillions;
  const [inputPrice = 0, outputPrice = 0] = inputs.apiInOut;
  const workload = inference({
    inputTokensPerRequest: assumed(inputMillions * 1e6),
    outputTokensPerRequest: assumed(outputMillions * 1e6),
  });
  const fast = [combined(1e6)];
  const plan = planOf({
    workloads: [workload],
    options: [
      api({ inputPrice: assumed(inputPrice), outputPrice: assumed(outputPrice) }),
      api({
        id: "blended",
        inputPrice: assumed(inputs.blendedPerMillion),
        outputPrice: assumed(inputs.blendedPerMillion),
      }),
      cloud({
        rate: assumed(inputs.ratePerHour),
        policy: "active-window",
        activeHoursPerDay: assumed(24 * inputs.activeShare),
        throughput: fast,
      }),
      cloud({ id: "hosted", rate: assumed(inputs.selfHostPerMonth / hours), throughput: fast }),
      onPremises({
        usefulLifeMonths: assumed(inputs.lifeMonths),
        quote: { serverPrice: assumed(inputs.serverPrice) },
        throughput: fast,
      }),
    ],
  });
  return {
    apiBill: projected(plan, "api").cash.all[0] ?? 0,
    rentedMonth: projected(plan, "cloud").cash.all[0] ?? 0,
    ownedMonth: projected(plan, "own").accrual.all[0] ?? 0,
    breakEvenMillions: firstWinningVolume(plan, "hosted", "blended") / 1e6,
    perMillion: rentedPerMillion(inputs),
  };
}

function colocationPower(inputs: Inputs<"colocation-power">): Record<string, number> {
  const plan = planOf({
    workloads: [inference()],
    options: [
      onPremises({
        serverPower: assumed(inputs.kilowatts),
        loadFactorFraction: assumed(inputs.loadFactor),
        pueRatio: assumed(inputs.pue),
        space: assumed(inputs.colocationPerKilowattMonth),
      }),
    ],
    assumptions: { powerPrice: assumed(inputs.powerPrice) },
  });
  const own = projected(plan, "own");
  return {
    electricityPerKilowatt: (lineOf(own, "power").cash[0] ?? 0) / inputs.kilowatts,
    powerAndColocation: own.cash.all[0] ?? 0,
  };
}

function homeRental(inputs: Inputs<"home-rental">): Record<string, number> {
  const rented = cloud({ rate: assumed(inputs.ratePerHour) });
  const plan = planOf({
    hoursPerMonth: 30 * 24,
    workloads: [inference()],
    options: [
      rented,
      { ...rented, id: "evenings", policy: "active-window", activeHoursPerDay: assumed(4) },
      onPremises({ serverPower: assumed(inputs.kilowatts) }),
    ],
    assumptions: { powerPrice: assumed(inputs.powerPrice) },
  });
  return {
    fourHoursADay: projected(plan, "evenings").cash.all[0] ?? 0,
    alwaysOn: projected(plan, "cloud").cash.all[0] ?? 0,
    electricityOf30Days: lineOf(projected(plan, "own"), "power").cash[0] ?? 0,
  };
}
