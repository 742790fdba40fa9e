import type cases from "../../golden/cost-per-token.json";
import { at } from "../../series";
import { api, assumed, cloud, combined, inference, onPremises, planOf, training } from "../plans";
import {
  firstWinningVolume,
  fullLoad,
  hours,
  ownedOrRented,
  projected,
  rentedPerMillion,
  required,
  secondsPerMonth,
  type Workings,
} from "./plans";

type Cases = typeof cases;

export const costPerToken: Workings<Cases> = {
  "seed-table": seedTable,
  "lenovo-tokens": (inputs) => {
    const plan = ownedOrRented(inputs);
    const own = projected(plan, "own");
    const ownedPerMillion = required(own.summary.costPerMillionOutputTokens);
    const perMillion = (id: string) =>
      required(projected(plan, id).summary.costPerMillionOutputTokens);
    return {
      ownedPerHour: at(own.accrual.all, 0) / hours,
      ownedPerMillion,
      cloudPerMillion: perMillion("cloud"),
      cloudOverOwned: perMillion("cloud") / ownedPerMillion,
      apiOverOwned: perMillion("api") / ownedPerMillion,
    };
  },
  "gmi-cloud": ({ h100, h200 }) => ({
    h100: rentedPerMillion(h100),
    h200: rentedPerMillion(h200),
  }),
  silybench,
  "nvidia-server-year": serverYear,
};

type Machine = Cases["seed-table"]["inputs"]["h200"];

function seedTable({ h200, gb300 }: Cases["seed-table"]["inputs"]) {
  const perMillion = { h200: rentedPerMillion(h200), gb300: rentedPerMillion(gb300) };
  const [slow, fast] = [sameWorkOn(h200, h200), sameWorkOn(gb300, h200)];
  return {
    h200AsComputed: perMillion.h200,
    h200: perMillion.h200,
    gb300AsComputed: perMillion.gb300,
    gb300: perMillion.gb300,
    ratePerHourRatio: fast.perHour / slow.perHour,
    throughputRatio: slow.acceleratorHours / fast.acceleratorHours,
    tokensPerEnergyRatio: fast.tokensPerKwh / slow.tokensPerKwh,
    flopPerDollarRatio: slow.trainingCost / fast.trainingCost,
    costReduction: perMillion.h200 / perMillion.gb300,
  };
}

/** The same tokens, and the same training, rented on one machine; and its energy when owned and full. */
function sameWorkOn(machine: Machine, reference: Machine) {
  const petaflops = (one: Machine) => one.petaflopsPerDollar * one.ratePerHour;
  const rental = cloud({
    rate: assumed(machine.ratePerHour),
    trainingSpeedRatio: assumed(petaflops(machine) / petaflops(reference)),
    throughput: [combined(machine.tokensPerSecond)],
  });
  const served = projected(planOf({ workloads: [inference()], options: [rental] }), "cloud");
  const trained = projected(
    planOf({ workloads: [training()], options: [{ ...rental, throughput: [] }] }),
    "cloud",
  );
  const owned = projected(
    planOf({
      workloads: [inference(fullLoad(machine.tokensPerSecond))],
      options: [
        onPremises({
          serverPower: assumed(
            (machine.tokensPerSecond / machine.tokensPerSecondPerMegawatt) * 1000,
          ),
          throughput: [combined(machine.tokensPerSecond)],
        }),
      ],
    }),
    "own",
  );
  return {
    perHour: at(served.cash.all, 0) / hours,
    acceleratorHours: at(served.capacity.acceleratorHours.inference, 0),
    trainingCost: trained.summary.training,
    tokensPerKwh: (machine.tokensPerSecond * secondsPerMonth) / at(owned.capacity.energyKwh, 0),
  };
}

function silybench(inputs: Cases["silybench"]["inputs"]) {
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
      ...Object.entries(inputs.ratesPerHour).map(([id, rate]) =>
        cloud({ id, rate: assumed(rate), throughput: [combined(inputs.outputTokensPerSecond)] }),
      ),
      ...Object.entries(inputs.apiInOut).map(([id, [input = 0, output = 0]]) =>
        api({ id, inputPrice: assumed(input), outputPrice: assumed(output) }),
      ),
    ],
  });
  const monthOf = (id: string) => at(projected(plan, id).cash.all, 0);
  const per1000 = (id: string) => (monthOf(id) / requests) * 1000;
  const perMillionOutput = (id: string) =>
    required(projected(plan, id).summary.costPerMillionOutputTokens);
  return {
    runpodPerMonth: monthOf("runpod"),
    runpodPerMillionOutput: perMillionOutput("runpod"),
    runpodPerMillion: required(projected(plan, "runpod").summary.costPerMillionTokens),
    runpodPer1000Requests: per1000("runpod"),
    lambdaPerMillionOutput: perMillionOutput("lambda"),
    gcpPer1000Requests: per1000("gcp"),
    fireworksPer1000Requests: per1000("fireworks"),
    alibabaPer1000Requests: per1000("alibaba"),
    breakEvenRequests: firstWinningVolume(plan, "runpod", "fireworks") / (2 * inputs.tokensEachWay),
  };
}

/** One replica is one accelerator; an API at 1 : 3 shows how the cost divides between input and output. */
function serverYear(inputs: Cases["nvidia-server-year"]["inputs"]) {
  const plan = planOf({
    workloads: [
      inference({
        requestsPerMonth: assumed(inputs.peakRequestsPerSecond * secondsPerMonth),
        inputTokensPerRequest: assumed(inputs.inputTokens),
        outputTokensPerRequest: assumed(inputs.outputTokens),
      }),
    ],
    options: [
      onPremises({
        acceleratorsPerServer: assumed(inputs.acceleratorsPerServer),
        usefulLifeMonths: assumed(inputs.lifeMonths),
        licences: assumed(inputs.softwarePerYear / inputs.acceleratorsPerServer),
        serverPower: assumed(1),
        space: assumed(inputs.hostingPerYear / 12),
        quote: { serverPrice: assumed(inputs.serverPrice) },
        throughput: [combined(inputs.requestsPerSecondPerInstance * inputs.outputTokens)],
      }),
      api({ inputPrice: assumed(1), outputPrice: assumed(inputs.outputOverInputPrice) }),
    ],
  });
  const own = projected(plan, "own");
  const inputPerMillion = own.summary.accrual / projected(plan, "api").summary.accrual;
  return {
    perYear: own.summary.accrual,
    acceleratorsBusy: Math.ceil(
      at(own.capacity.utilizationFraction, 0) * inputs.acceleratorsPerServer,
    ),
    servers: at(own.capacity.servers, 0),
    inputPerMillion,
    outputPerMillion: inputPerMillion * inputs.outputOverInputPrice,
  };
}
