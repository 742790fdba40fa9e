import { specAt } from "@/lib/schemas/paths";
import type { Plan } from "@/lib/schemas/plan";
import { thresholdsOf } from "../../analysis/thresholds";
import { byFiscalYear } from "../../fiscal-years";
import type cases from "../../golden/cloud-or-owned.json";
import { at, total } from "../../series";
import type { LineId } from "../../types";
import { assumed, cloud, combined, inference, onPremises, planOf } from "../plans";
import { lineOf } from "../results";
import {
  entered,
  hours,
  hoursPerYear,
  monthEnd,
  outlayAndSaving,
  ownedOrRented,
  projected,
  projectionOf,
  required,
  type Workings,
} from "./plans";

type Cases = typeof cases;

export const cloudOrOwned: Workings<Cases> = {
  "lenovo-break-even": lenovoBreakEven,
  "lenovo-hours-a-day": (inputs) => {
    const plan = ownedOrRented({ ...inputs, hoursPerDay: 1 });
    const ownedFiveYears = projected(plan, "own").summary.cash;
    const cloudHourADay = projected(plan, "cloud").summary.cash;
    return { ownedFiveYears, cloudHourADay, hoursPerDay: hoursThreshold(plan) };
  },
  "neocloud-hour": neocloudHour,
  "swfte-three-years": swfteThreeYears,
  "home-rental": homeRental,
};

/** Hours a day above which owning costs less than renting, as a search of the plan finds it. */
function hoursThreshold(plan: Plan): number {
  const path = "options.cloud.activeHoursPerDay";
  const spec = specAt(plan, path);
  if (!spec) throw new Error(`${path} is no input`);
  const { min, max } = spec;
  const hoursADay = {
    path,
    from: min,
    to: max,
    usual: [min, max],
    integer: false,
    price: false,
  } as const;
  const found = thresholdsOf(entered(plan), hoursADay, { optionId: "own", rivalIds: ["cloud"] });
  return required(found.verdict === "once" ? found.intervals[0]?.low : null);
}

function lenovoBreakEven(inputs: Cases["lenovo-break-even"]["inputs"]) {
  const { maintenance, powerAndCooling, colocation } = inputs.runningCostsPerHour;
  const runningCostPerHour = maintenance + powerAndCooling + colocation;
  const planAt = (cloudRatePerHour: number) =>
    ownedOrRented({ serverPrice: inputs.serverPrice, runningCostPerHour, cloudRatePerHour });
  const months = (rate: number) => {
    const { outlay, savingPerMonth } = outlayAndSaving(planAt(rate), "own", "cloud");
    return outlay / savingPerMonth;
  };
  const end = (rate: number) => monthEnd(planAt(rate), "own", "cloud");
  const { onDemand, oneYear, threeYears, fiveYears } = inputs.cloudRatesPerHour;
  const running = projected(planAt(onDemand), "own").cash.all;
  return {
    runningPerHour: at(running, 1) / hours,
    onDemandHours: months(onDemand) * hours,
    oneYearHours: months(oneYear) * hours,
    threeYearsHours: months(threeYears) * hours,
    fiveYearsHours: months(fiveYears) * hours,
    onDemandMonths: months(onDemand),
    oneYearMonths: months(oneYear),
    threeYearsMonths: months(threeYears),
    fiveYearsMonths: months(fiveYears),
    onDemandMonthEnd: end(onDemand),
    oneYearMonthEnd: end(oneYear),
    threeYearsMonthEnd: end(threeYears),
    fiveYearsMonthEnd: end(fiveYears),
    ...lenovoParts(inputs),
  };
}

function lenovoParts(inputs: Cases["lenovo-break-even"]["inputs"]) {
  const own = projected(
    planOf({
      hoursPerMonth: inputs.colocationHoursPerMonth,
      workloads: [inference()],
      options: [
        onPremises({
          supportPerYearFraction: assumed(inputs.maintenancePerYearFraction),
          serverPower: assumed(1),
          space: assumed(inputs.colocationPerMonth),
          quote: { serverPrice: assumed(inputs.serverPrice) },
        }),
      ],
    }),
    "own",
  );
  return {
    maintenancePerHour: total(lineOf(own, "support").cash) / hoursPerYear,
    colocationPerHour: at(lineOf(own, "space").cash, 0) / inputs.colocationHoursPerMonth,
  };
}

type Neocloud = Cases["neocloud-hour"]["inputs"];

function neocloudHour(inputs: Neocloud) {
  const { server, networking, storage, service, installation, software } = inputs.prices;
  const other = inputs.handsPerMonth + inputs.internetPerMonth;
  const planFor = (kilowatts: number) =>
    planOf({
      workloads: [inference()],
      options: [
        onPremises({
          acceleratorsPerServer: assumed(inputs.acceleratorsPerServer),
          serverPower: assumed(kilowatts),
          loadFactorFraction: assumed(inputs.loadFactor),
          pueRatio: assumed(inputs.pue),
          space: assumed(inputs.colocationPerKilowattMonth + other / kilowatts),
          quote: {
            serverPrice: assumed(server),
            networkPrice: assumed(networking + storage),
            installationPrice: assumed(service + installation + software),
          },
        }),
      ],
      assumptions: { powerPrice: assumed(inputs.powerPrice) },
    });
  const own = projected(planFor(inputs.kilowatts), "own");
  const first = (id: LineId) => at(lineOf(own, id).cash, 0);
  const nonServer = first("network") + first("installation");
  const capex = nonServer + first("servers");
  const capitalPerMonth = loanPerMonth(inputs, capex);
  const runningPerMonth = at(projected(planFor(inputs.kilowattsUnrounded), "own").cash.all, 1);
  const perHour = (amount: number) => amount / inputs.acceleratorsPerServer / hours;
  return {
    nonServer,
    capex,
    capexPerAccelerator: capex / inputs.acceleratorsPerServer,
    capitalPerMonth,
    capitalPerHour: perHour(capitalPerMonth),
    electricityPerKilowatt: first("power") / inputs.kilowatts,
    powerAndColocation: first("power") + first("space") - other,
    runningPerMonth,
    runningPerHour: perHour(runningPerMonth),
    allPerHour: perHour(capitalPerMonth + runningPerMonth),
    capitalShare: capitalPerMonth / (capitalPerMonth + runningPerMonth),
  };
}

/** What is paid on a loan of the whole price in the second month, principal and interest. */
function loanPerMonth({ yearlyRate, lifeYears }: Neocloud, price: number): number {
  const termMonths = assumed(lifeYears * 12);
  const plan = planOf({
    horizonMonths: lifeYears * 12 + 1,
    workloads: [inference()],
    options: [
      onPremises({
        usefulLifeMonths: assumed(lifeYears * 12 + 1),
        quote: { serverPrice: assumed(price) },
        financing: {
          kind: "loan",
          aprFraction: assumed(yearlyRate),
          termMonths,
          downPaymentFraction: assumed(0),
        },
      }),
    ],
  });
  return at(projected(plan, "own").cash.all, 1);
}

function swfteThreeYears(inputs: Cases["swfte-three-years"]["inputs"]) {
  const [cloudFirst = 0] = inputs.cloudByYear;
  const [ownedFirst = 0] = inputs.ownedByYear;
  const plan = planOf({
    horizonMonths: 36,
    workloads: [inference()],
    options: [
      cloud({ rate: assumed(cloudFirst / hoursPerYear) }),
      onPremises({ staffFte: assumed(1) }),
    ],
    assumptions: {
      cloudPricePath: yearlySteps(inputs.cloudByYear),
      staffCost: assumed(ownedFirst),
      staffCostPath: yearlySteps(inputs.ownedByYear),
    },
  });
  const years = byFiscalYear(projectionOf(plan), 1);
  const sumOf = (id: string) =>
    total(years.options.find(({ optionId }) => optionId === id)?.cash.all ?? []);
  const [rented, owned] = [sumOf("cloud"), sumOf("own")];
  const savings = rented - owned;
  return { cloud: rented, owned, savings, savingsShare: savings / rented };
}

const yearlySteps = (amounts: readonly number[]) => ({
  kind: "steps" as const,
  evidence: "list" as const,
  steps: amounts.map((amount, year) => ({ month: 12 * year, factor: amount / (amounts[0] ?? 0) })),
});

function homeRental(inputs: Cases["home-rental"]["inputs"]) {
  const window = { rate: assumed(inputs.ratePerHour), throughput: [combined(1)] };
  const planOn = (hoursPerMonth: number) =>
    planOf({
      hoursPerMonth,
      workloads: [inference()],
      options: [
        cloud(window),
        ...[4, 8].map((hoursPerDay) =>
          cloud({
            ...window,
            id: `window-${hoursPerDay}`,
            policy: "active-window",
            activeHoursPerDay: assumed(hoursPerDay),
          }),
        ),
        onPremises({ serverPower: assumed(inputs.kilowatts) }),
      ],
      assumptions: { powerPrice: assumed(inputs.powerPrice) },
    });
  const ofMonth = (id: string) => at(projected(planOn(30 * 24), id).cash.all, 0);
  const ofYear = (id: string) => projected(planOn(hours), id).summary.cash;
  return {
    fourHoursADay: ofMonth("window-4"),
    eightHoursADay: ofYear("window-8"),
    alwaysOn: ofMonth("cloud"),
    alwaysOnYear: ofYear("cloud"),
    electricityDay: ofMonth("own") / 30,
    electricityYear: ofYear("own"),
  };
}
