import type { Plan } from "@/lib/schemas/plan";
import type { OptionProjection } from "./types";

/**
 * What the others are compared with: the plan's choice; else what is owned, kept without buying;
 * else an option with owned servers; else one with a commitment that is running; else the first
 * complete one. docs/model.md, "Baseline".
 */
export function baselineOptionId(
  plan: Plan,
  projections: readonly OptionProjection[],
): string | null {
  const chosen = plan.options.find(({ id }) => id === plan.assumptions.baselineOptionId);
  if (chosen) return chosen.id;
  const owned = plan.options.filter(
    (option) =>
      option.kind === "on-premises" &&
      [option.owned, ...(option.furtherOwned ?? [])].some(
        (group) => (group?.servers.value ?? 0) > 0,
      ),
  );
  const kept = owned.find(
    (option) => option.kind === "on-premises" && option.purchasing === "none",
  );
  const contracted = plan.options.find(
    (option) =>
      option.kind === "cloud" &&
      option.commitments?.some(({ running, instances }) => running && (instances.value ?? 0) > 0),
  );
  const complete = projections.find((projection) => projection.status === "complete");
  return (kept ?? owned[0] ?? contracted)?.id ?? complete?.optionId ?? null;
}
