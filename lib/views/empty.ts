import type { Projection } from "@/lib/engine/types";
import { counted } from "@/lib/format";
import type { Plan } from "@/lib/schemas/plan";
import type { Results } from "./results";

/** Why there is no answer yet, in a sentence. */
export function emptyReason({ plan, projection }: Results): string {
  if (plan.workloads.length === 0)
    return "There is nothing to project yet: this plan has no workload.";
  if (plan.options.length === 0) return "There is nothing to compare yet: this plan has no option.";
  const incomplete = projection.options.filter(({ status }) => status === "incomplete").length;
  const infeasible = projection.options.length - incomplete;
  const reasons = [
    ...(incomplete > 0 ? [`${counted(incomplete, "option")} with a missing figure`] : []),
    ...(infeasible > 0 ? [`${counted(infeasible, "option")} that cannot serve the demand`] : []),
  ];
  return `No option can be ranked yet: ${reasons.join(" and ")}.`;
}

export type EmptyStep = {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly tab: "workloads" | "options";
};

/** What to do first in a plan that cannot be projected; null where it can. */
export function firstStep(plan: Plan): EmptyStep | null {
  if (plan.workloads.length === 0) {
    return {
      title: "Describe a workload",
      text: "A model, how often it is asked, and how many tokens a request takes. With one workload and one option the projection starts.",
      action: "Add a workload",
      tab: "workloads",
    };
  }
  if (plan.options.length === 0) {
    return {
      title: "Enter an option",
      text: "A managed API, cloud accelerators, or servers from a quote. With two of them you see where their costs cross.",
      action: "Add an option",
      tab: "options",
    };
  }
  return null;
}

/** Why no two options can be compared; null where they can. */
export function breakEvenBlock({ ranking }: Projection): string | null {
  if (ranking.length >= 2) return null;
  return ranking.length === 1
    ? "Only one option is complete. A break-even is between two: add another option, or the figure that one lacks."
    : "No option is complete yet. A break-even is between two.";
}

/** Why no answer can be weighed against another; null where it can. */
export function sensitivityBlock({ ranking }: Projection): string | null {
  if (ranking.length >= 2) return null;
  return ranking.length === 1
    ? "Only one option is complete, so nothing can turn the answer. What moves its cost is below; add another option to see thresholds, a map and a bridge."
    : "No option is complete yet. Sensitivity starts with the first one.";
}

/** Why there is no iceberg: no machine that could have one, or no month that could be shown. */
export function icebergBlock(hasMachine: boolean): string {
  return hasMachine
    ? "No month to show: in every one a bridge serves a part of this work, nothing runs, or the hour costs nothing."
    : "An iceberg is of machines: it starts with the first complete option of cloud accelerators or servers of one’s own that serves an inference workload.";
}
