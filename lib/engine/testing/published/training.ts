import type cases from "../../golden/training.json";
import { at, total } from "../../series";
import { assumed, cloud, onPremises, planOf, training as run } from "../plans";
import { hoursPerYear, projected, type Workings } from "./plans";

type Cases = typeof cases;

export const training: Workings<Cases> = {
  "deepseek-v3": (inputs) => {
    const all = rented(inputs.hours, inputs.ratePerHour);
    const trillion = rented({ trillion: inputs.hoursPerTrillion }, inputs.ratePerHour);
    const pretraining = rented(
      { pretraining: inputs.hoursPerTrillion },
      inputs.ratePerHour,
      inputs.trillionTokens,
    );
    const days = (hours: number) => hours / inputs.accelerators / 24;
    return {
      hours: all.hours,
      cost: all.cost,
      pretrainingHours: pretraining.hours,
      daysPerTrillion: days(trillion.hours),
      pretrainingDays: days(pretraining.hours),
    };
  },
  "llama-3-1": (inputs) => {
    const all = rented(prefixed(inputs.hours), 1);
    const energy405b = energyMwh(inputs.hours["405b"], inputs.kilowatts);
    const tonnes = total(Object.values(inputs.tonnes));
    return {
      hoursMillions: all.hours / 1e6,
      tonnes,
      intensity405b: inputs.tonnes["405b"] / energy405b,
      intensity: tonnes / energyMwh(all.hours, inputs.kilowatts),
      energy405b,
    };
  },
  "mpt-7b": (inputs) => {
    const mpt = rented({ mpt: inputs.accelerators * inputs.days * 24 }, inputs.ratePerHour);
    return { cost: mpt.cost, impliedRate: inputs.printedCost / mpt.hours };
  },
  "gpt-3": (inputs) => {
    const gpt = rented({ gpt: inputs.flop / inputs.flopPerSecond / 3600 }, inputs.ratePerHour);
    return { years: gpt.hours / hoursPerYear, cost: gpt.cost };
  },
};

/** One run of each in month 1, rented by the accelerator-hour; `times` as much by a growth curve. */
function rented(runs: Readonly<Record<string, number>>, ratePerHour: number, times = 1) {
  const plan = planOf({
    workloads: Object.entries(runs).map(([id, hours]) =>
      run({
        id,
        acceleratorHoursPerRun: assumed(hours),
        monthsBetweenRuns: assumed(120),
        growth: { kind: "steps", steps: [{ month: 0, factor: times }], evidence: "list" },
      }),
    ),
    options: [cloud({ rate: assumed(ratePerHour), throughput: [] })],
  });
  const option = projected(plan, "cloud");
  return { hours: total(option.capacity.acceleratorHours.training), cost: option.summary.training };
}

/** Names of rows begin with a letter. */
const prefixed = (hours: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(hours).map(([name, value]) => [`llama-${name}`, value]));

/** Owned machines of one accelerator, all busy for the whole of one month. */
function energyMwh(acceleratorHours: number, kilowatts: number): number {
  const machines = Math.ceil(acceleratorHours / 744);
  const plan = planOf({
    horizonMonths: 1,
    hoursPerMonth: acceleratorHours / machines,
    workloads: [run({ acceleratorHoursPerRun: assumed(acceleratorHours) })],
    options: [onPremises({ serverPower: assumed(kilowatts), throughput: [] })],
  });
  return at(projected(plan, "own").capacity.energyKwh, 0) / 1000;
}
