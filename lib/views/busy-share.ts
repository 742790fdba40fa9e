import { busyFraction, costAtBusyFraction } from "@/lib/engine";
import type { Iceberg } from "@/lib/engine/types";
import { money, percent } from "@/lib/format";
import type { Plan } from "@/lib/schemas/plan";
import { optionName } from "./names";

export type BusyShareView = {
  readonly id: "busy-share";
  readonly title: string;
  readonly rule: {
    readonly label: string;
    readonly unit: "fraction";
    readonly min: number;
    readonly max: number;
  };
  readonly fraction: number | null;
  /** What the plan itself makes of the option's hours, the tick on the track. */
  readonly planned: number;
  readonly costs: readonly {
    readonly id: string;
    readonly name: string;
    readonly cost: string;
    readonly planned: string;
  }[];
  readonly note: string;
};

/** Of a fraction: as many as its text beside the field has. */
const shownPlaces = 4;

const rule = { label: "Share of hours busy", unit: "fraction", min: 0.01, max: 1 } as const;

/** What a million tokens would cost, were another share of the paid hours busy; null as the plan has it. */
export function busyShareView(
  plan: Plan,
  icebergs: readonly [Iceberg, ...Iceberg[]],
  fraction: number | null,
): BusyShareView {
  return {
    id: "busy-share",
    title: "At your utilization",
    rule,
    fraction,
    planned: Number(busyFraction(icebergs[0]).toFixed(shownPlaces)),
    costs: icebergs.map((iceberg) => {
      const planned = busyFraction(iceberg);
      return {
        id: iceberg.optionId,
        name: optionName(plan, iceberg.optionId),
        cost: `${money(costAtBusyFraction(iceberg, fraction ?? planned), plan.currency)} per million`,
        planned: `${percent(planned)} busy as planned`,
      };
    }),
    note: "An idle hour costs what a busy one does: the price of the hour and the rate stay as they are.",
  };
}
