import type { Infeasibility } from "@/lib/engine/types";
import { figureText, quantity } from "@/lib/format";
import type { Plan } from "@/lib/schemas/plan";
import type { InferenceWorkload } from "@/lib/schemas/workload";

type Missed = Extract<Infeasibility, { readonly kind: "serviceLevelMissed" }>;

/** The target to loosen: of two that only together are too much, the time per output token. */
export function missedTarget({ workloadId, missed }: Missed): string {
  const target = missed === "timeToFirstToken" ? missed : "timePerOutputToken";
  return `workloads.${workloadId}.${target}TargetMilliseconds`;
}

/** "no measured point answers Chat within 5 ms a token: the fastest gives 9.8 ms." */
export function missedText(plan: Plan, reason: Missed): string {
  const workload = plan.workloads.find(
    (row): row is InferenceWorkload => row.id === reason.workloadId && row.kind === "inference",
  );
  const ms = (value: number | null | undefined) =>
    figureText(value ?? null, "milliseconds", plan.currency);
  const first = `a first token within ${ms(workload?.timeToFirstTokenTargetMilliseconds?.value)}`;
  const token = `${ms(workload?.timePerOutputTokenTargetMilliseconds?.value)} a token`;
  const subject = `no measured point answers ${workload?.name ?? reason.workloadId} with`;
  const bestFirst = `${quantity(reason.bestTimeToFirstTokenMilliseconds)} ms`;
  const bestToken = `${quantity(reason.bestTimePerOutputTokenMilliseconds)} ms`;
  switch (reason.missed) {
    case "timePerOutputToken":
      return `${subject} ${token}: the fastest gives ${bestToken}.`;
    case "timeToFirstToken":
      return `${subject} ${first}: the earliest gives ${bestFirst}.`;
    case "bothTogether":
      return `${subject} ${first} and ${token} at once, though points meet each alone.`;
  }
}
