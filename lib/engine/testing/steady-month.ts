import type { Plan } from "@/lib/schemas/plan";
import { assumed } from "./plans";

/**
 * One month, delivered at once, no training, nothing sold, no fee for what leaves: the steady state of a
 * run-rate, which spreads a purchase evenly, whatever its depreciation, warranty and financing.
 */
export function oneSteadyMonth(plan: Plan): Plan {
  return {
    ...plan,
    horizonMonths: 1,
    workloads: plan.workloads.filter((row) => row.kind === "inference"),
    options: plan.options.map((option) => {
      if (option.kind !== "on-premises") return option;
      const { warrantyMonths: _, depreciationMethod: __, financing: ___, ...even } = option;
      const { owned, furtherOwned } = even;
      return {
        ...even,
        leadTimeMonths: assumed(0),
        ...(owned && { owned: withoutFee(owned) }),
        ...(furtherOwned && { furtherOwned: furtherOwned.map(withoutFee) }),
      };
    }),
  };
}

function withoutFee<Group extends { readonly exitFee?: unknown }>({ exitFee: _, ...group }: Group) {
  return group;
}
