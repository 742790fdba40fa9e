import { checkPlan } from "@/lib/schemas/check";
import type { Plan } from "@/lib/schemas/plan";
import { breakEvenMonth, breakEvenVolume, project } from "../../index";
import { at } from "../../series";
import type { OptionProjection, Projection } from "../../types";
import { api, assumed, cloud, combined, inference, onPremises, planOf } from "../plans";

export const hours = 730;
export const secondsPerMonth = hours * 3600;
export const hoursPerYear = 12 * hours;

/** A case gives one number for each of its expected results. */
export type Workings<
  Cases extends Readonly<Record<string, { readonly inputs: unknown; readonly expected: object }>>,
> = {
  readonly [Name in keyof Cases]: (
    inputs: Cases[Name]["inputs"],
  ) => Record<keyof Cases[Name]["expected"], number>;
};

/** The plan as the schema lets it in: a case that no user could enter proves nothing. */
export function entered(plan: Plan): Plan {
  const checked = checkPlan(plan);
  if (!checked.ok) throw new Error(checked.issues.map(({ message }) => message).join(" "));
  return checked.value;
}

export const projectionOf = (plan: Plan): Projection => project(entered(plan));

/** The projection of one option, which has to be complete. */
export function projected(plan: Plan, optionId: string): OptionProjection {
  const option = projectionOf(plan).options.find((one) => one.optionId === optionId);
  if (option?.status !== "complete")
    throw new Error(`${optionId} is ${option?.status ?? "unknown"}`);
  return option;
}

export const required = (value: number | null | undefined): number => value ?? Number.NaN;

/** Requests of an hour of output each, so many that one replica of this rate is exactly busy. */
export const fullLoad = (tokensPerSecond: number) => ({
  requestsPerMonth: assumed(tokensPerSecond * hours),
  outputTokensPerRequest: assumed(3600),
});

type Rental = { readonly ratePerHour: number; readonly tokensPerSecond: number };

export function rentedPerMillion({ ratePerHour, tokensPerSecond }: Rental): number {
  const plan = planOf({
    workloads: [inference(fullLoad(tokensPerSecond))],
    options: [cloud({ rate: assumed(ratePerHour), throughput: [combined(tokensPerSecond)] })],
  });
  return required(projected(plan, "cloud").summary.costPerMillionTokens);
}

/** One server with running costs an hour, as space on 1 kW, against the same machine rented. */
export function ownedOrRented(parts: {
  readonly serverPrice: number;
  readonly runningCostPerHour: number;
  readonly cloudRatePerHour: number;
  readonly tokensPerSecond?: number;
  readonly hoursPerDay?: number;
}): Plan {
  const rate = parts.tokensPerSecond ?? 1;
  const load = parts.hoursPerDay === undefined ? fullLoad(rate) : {};
  return planOf({
    horizonMonths: 60,
    workloads: [inference(load)],
    options: [
      onPremises({
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
      api({ outputPrice: assumed(2) }),
    ],
  });
}

/** Whole months until A has cost less for good. */
export function monthEnd(plan: Plan, a: string, b: string): number {
  const basis = { view: "cash", discountRatePerYearFraction: null } as const;
  const month = breakEvenMonth(projectionOf(plan), a, b, basis).forGoodFrom;
  return month === null ? Number.NaN : month + 1;
}

/** Tokens a month above which A is cheaper. */
export function firstWinningVolume(plan: Plan, a: string, b: string): number {
  const search = { month: 0, searchUpToTokens: 1e11 };
  return required(breakEvenVolume(entered(plan), a, b, search).intervals[0]?.low);
}

/** Outlay of month 1 beyond the running cost of month 2, and what the other option costs beyond that. */
export function outlayAndSaving(plan: Plan, owned: string, other: string) {
  const own = projected(plan, owned).cash.all;
  const running = at(own, 1);
  return {
    outlay: at(own, 0) - running,
    savingPerMonth: at(projected(plan, other).cash.all, 1) - running,
  };
}
