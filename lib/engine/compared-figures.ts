import type { SupplyOption } from "@/lib/schemas/option";
import type { Plan } from "@/lib/schemas/plan";
import { frontPoint } from "./front-rate";
import { total } from "./series";
import type { OptionProjection, Projection, View } from "./types";

/**
 * All costs as consumed over the accelerator-hours in hand, used or idle: cost / (sum of accelerators x H).
 * null where the option has no accelerators of its own. docs/model.md, "Comparison of quotes".
 */
export function costPerAcceleratorHour(
  { status, summary, capacity }: OptionProjection,
  hoursPerMonth: number,
): number | null {
  const hours = total(capacity.accelerators) * hoursPerMonth;
  return status === "complete" && hours > 0 ? summary.accrual / hours : null;
}

/** price of a server / its maximum draw: money a kW of rated power. */
export const costPerKilowatt = (
  serverPrice: number | null,
  serverPowerKilowatts: number | null,
): number | null =>
  serverPrice === null || serverPowerKilowatts === null || serverPowerKilowatts <= 0
    ? null
    : serverPrice / serverPowerKilowatts;

/**
 * What the bridge costs in the months before the first delivery, 0 .. lead time - 1: the price of not having
 * the servers yet. docs/model.md, "Comparison of quotes".
 */
export function costOfWaiting(
  { status, lines }: OptionProjection,
  leadTimeMonths: number | null,
  view: View,
): number | null {
  if (status !== "complete" || leadTimeMonths === null) return null;
  return lines
    .filter(({ id }) => id === "bridge")
    .reduce((sum, line) => sum + total(line[view].slice(0, leadTimeMonths)), 0);
}

/** The walk-away price in the supplier's own currency: quoted x (1 + room). */
export const atRoom = (quoted: number, roomFraction: number): number => quoted * (1 + roomFraction);

export type AcceleratorRate = {
  readonly workloadId: string;
  readonly outputTokensPerSecond: number;
  /** Of the input that it rests on. */
  readonly path: string;
};

/** Output tokens a second of one accelerator, for the workload with the most tokens; null without one. */
export function acceleratorRate(
  plan: Plan,
  { demand }: Projection,
  option: SupplyOption,
): AcceleratorRate | null {
  if (!("throughput" in option)) return null;
  const tokensOf = (workloadId: string) =>
    demand.reduce(
      (most, one) =>
        one.kind === "inference" && one.workloadId === workloadId ? total(one.servedTokens) : most,
      -1,
    );
  const profile = option.throughput.toSorted(
    (a, b) => tokensOf(b.workloadId) - tokensOf(a.workloadId),
  )[0];
  const accelerators = profile?.acceleratorsPerReplica.value;
  if (!profile || !accelerators) return null;
  const path = `options.${option.id}.throughput.${profile.workloadId}`;
  const rate = replicaRate(plan, profile);
  if (rate === null) return null;
  return {
    workloadId: profile.workloadId,
    outputTokensPerSecond: rate.value / accelerators,
    path: `${path}.${rate.field}`,
  };
}

function replicaRate(plan: Plan, profile: Profile) {
  if (profile.basis === "front") {
    const workload = plan.workloads.find(({ id }) => id === profile.workloadId);
    const point = workload?.kind === "inference" ? frontPoint(profile, workload) : null;
    return point && { value: point.outputTokensPerSecond, field: "front" };
  }
  const field = profile.basis === "split" ? "decodeTokensPerSecond" : "outputTokensPerSecond";
  const value =
    profile.basis === "split"
      ? profile.decodeTokensPerSecond.value
      : profile.outputTokensPerSecond.value;
  return value === null ? null : { value, field };
}

type Profile = Extract<SupplyOption, { readonly throughput: unknown }>["throughput"][number];
