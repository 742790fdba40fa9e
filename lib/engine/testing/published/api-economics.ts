import type cases from "../../golden/api-economics.json";
import { breakEvenVolume, runRateCurve } from "../../index";
import { at, total } from "../../series";
import {
  api,
  assumed,
  cloud,
  combined,
  inference,
  onPremises,
  planOf,
  split,
  training,
} from "../plans";
import {
  entered,
  firstWinningVolume,
  hours,
  monthEnd,
  outlayAndSaving,
  projected,
  projectionOf,
  rentedPerMillion,
  required,
  secondsPerMonth,
  type Workings,
} from "./plans";

type Cases = typeof cases;
type Pan = Cases["pan-break-even"]["inputs"];

export const apiEconomics: Workings<Cases> = {
  "pan-break-even": (inputs) => ({
    ...fromEntries(inputs, (plan, provider) => {
      const { outlay, savingPerMonth } = outlayAndSaving(plan, "own", provider);
      return outlay / savingPerMonth;
    }),
    "kimi capacity": millionsAtFullRate(inputs, inputs.models.kimi.tokensPerSecond),
    "qwen capacity": millionsAtFullRate(inputs, inputs.models.qwen.tokensPerSecond),
    "llama capacity": millionsAtFullRate(inputs, inputs.models.llama.tokensPerSecond),
    "exaone capacity": millionsAtFullRate(inputs, inputs.models.exaone.tokensPerSecond),
  }),
  "pan-month-ends": (inputs) =>
    fromEntries(inputs, (plan, provider) => monthEnd(plan, "own", provider)),
  "deepseek-day": deepseekDay,
  llmtco,
  "audit-fixture": auditFixture,
};

type Pair = `${keyof Pan["models"]} ${keyof Pan["apiInOut"]}`;

function fromEntries(
  inputs: Pan,
  answer: (plan: ReturnType<typeof panPlan>, provider: string) => number,
): Record<Pair, number> {
  const pairs = Object.values(inputs.models).map((machine) => panPlan(inputs, machine));
  return Object.fromEntries(
    Object.keys(inputs.models).flatMap((model, i) =>
      Object.keys(inputs.apiInOut).map((provider) => [
        `${model} ${provider}`,
        answer(pairs[i] as ReturnType<typeof panPlan>, provider),
      ]),
    ),
  ) as Record<Pair, number>;
}

/** A third of the tokens is input. The server runs 176 hours a month, which its load factor says. */
function panPlan(inputs: Pan, machine: Pan["models"]["kimi"]) {
  const tokens = machine.tokensPerSecond * inputs.hoursPerMonth * 3600;
  return planOf({
    horizonMonths: 120,
    workloads: [
      inference({
        requestsPerMonth: assumed(tokens / 3000),
        inputTokensPerRequest: assumed(1000),
        outputTokensPerRequest: assumed(2000),
      }),
    ],
    options: [
      ...Object.entries(inputs.apiInOut).map(([id, [input = 0, output = 0]]) =>
        api({ id, inputPrice: assumed(input), outputPrice: assumed(output) }),
      ),
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
}

/** Where the run-rate first steps: one machine, open 176 hours a month, is full. */
function millionsAtFullRate({ hoursPerMonth }: Pan, tokensPerSecond: number): number {
  const plan = planOf({
    workloads: [inference()],
    options: [
      cloud({
        rate: assumed(1),
        policy: "active-window",
        activeHoursPerDay: assumed((24 * hoursPerMonth) / hours),
        throughput: [combined(tokensPerSecond)],
      }),
    ],
  });
  const upToTokens = 1.5 * tokensPerSecond * hoursPerMonth * 3600;
  const points = runRateCurve(entered(plan), "cloud", { month: 0, upToTokens })?.points ?? [];
  const step = points.find(({ tokens }, i) => i > 0 && tokens === points[i - 1]?.tokens);
  return required(step?.tokens) / 1e6;
}

function deepseekDay(inputs: Cases["deepseek-day"]["inputs"]) {
  const requests = 1e9;
  const { input, cached, output } = inputs.pricePerMillion;
  const planFor = (cachedInputFraction: number) =>
    planOf({
      horizonMonths: 1,
      workloads: [
        inference({
          requestsPerMonth: assumed(requests),
          inputTokensPerRequest: assumed(inputs.inputTokens / requests),
          cachedInputFraction: assumed(cachedInputFraction),
          outputTokensPerRequest: assumed(inputs.outputTokens / requests),
        }),
      ],
      options: [
        api({
          inputPrice: assumed(input),
          cachedInputPrice: assumed(cached),
          outputPrice: assumed(output),
        }),
        cloud({ throughput: [split(inputs.prefillPerNode, inputs.decodePerNode)] }),
      ],
    });
  const billed = planFor(inputs.cachedTokens / inputs.inputTokens);
  const revenue = projected(billed, "api").summary.cash;
  const cost = rentedByTheHour(inputs.nodes * inputs.acceleratorsPerNode * 24, inputs.ratePerHour);
  const [demand] = projectionOf(billed).demand;
  if (demand?.kind !== "inference") throw new Error("The day has one inference workload");
  const cachedTokens = total(demand.cachedInputTokens);
  const nodeHours = projected(planFor(0), "cloud").capacity.acceleratorHours.inference;
  return {
    cost,
    revenue,
    margin: (inputs.printedRevenue - cost) / cost,
    cachedShare: cachedTokens / (cachedTokens + total(demand.uncachedInputTokens)),
    nodes: at(nodeHours, 0) / 24,
  };
}

/** Accelerator-hours billed exactly, as those rented for training are. */
function rentedByTheHour(acceleratorHours: number, ratePerHour: number): number {
  const run = {
    acceleratorHoursPerRun: assumed(acceleratorHours),
    monthsBetweenRuns: assumed(120),
  };
  const plan = planOf({
    workloads: [training(run)],
    options: [cloud({ rate: assumed(ratePerHour), throughput: [] })],
  });
  return projected(plan, "cloud").summary.cash;
}

function llmtco(inputs: Cases["llmtco"]["inputs"]) {
  const [inputMillions = 0, outputMillions = 0] = inputs.apiInOutMillions;
  const [inputPrice = 0, outputPrice = 0] = inputs.apiInOut;
  const fast = [combined(1e6)];
  const plan = planOf({
    workloads: [
      inference({
        inputTokensPerRequest: assumed(inputMillions * 1e6),
        outputTokensPerRequest: assumed(outputMillions * 1e6),
      }),
    ],
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
    apiBill: at(projected(plan, "api").cash.all, 0),
    rentedMonth: at(projected(plan, "cloud").cash.all, 0),
    ownedMonth: at(projected(plan, "own").accrual.all, 0),
    breakEvenMillions: firstWinningVolume(plan, "hosted", "blended") / 1e6,
    perMillion: rentedPerMillion(inputs),
  };
}

function auditFixture(inputs: Cases["audit-fixture"]["inputs"]) {
  const planAt = (peakToMean: number) =>
    planOf({
      workloads: [
        inference({
          requestsPerMonth: assumed(1000),
          outputTokensPerRequest: assumed(1000),
          peakToMeanRatio: assumed(peakToMean),
        }),
      ],
      options: [
        api({ outputPrice: assumed(inputs.pricePerMillion) }),
        cloud({
          rate: assumed(inputs.costPerStep / hours),
          storage: assumed(inputs.fixedCost),
          throughput: [combined((inputs.stepMillions * 1e6) / secondsPerMonth)],
        }),
      ],
    });
  const search = { month: 0, searchUpToTokens: 2e9 };
  const { intervals } = breakEvenVolume(entered(planAt(1)), "cloud", "api", search);
  const low = (n: number) => required(intervals[n - 1]?.low) / 1e6;
  const high = (n: number) => required(intervals[n - 1]?.high) / 1e6;
  const bill = (peakToMean: number) => projected(planAt(peakToMean), "api").summary.cash;
  return {
    from1: low(1),
    to1: high(1),
    from2: low(2),
    to2: high(2),
    from3: low(3),
    to3: high(3),
    from4: low(4),
    to4: high(4),
    from5: low(5),
    to5: high(5),
    from6: low(6),
    to6: high(6),
    from7: low(7),
    to7: high(7),
    from8: low(8),
    intervals: intervals.at(-1)?.high === null ? intervals.length : Number.NaN,
    peakEffect: bill(inputs.peakToMean) / bill(1),
  };
}
