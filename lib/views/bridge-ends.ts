import { applyChanges, project } from "@/lib/engine";
import type { Projection } from "@/lib/engine/types";
import type { Plan } from "@/lib/schemas/plan";
import type { BridgeEnd } from "./cost-bridge";
import { optionName, optionStyle } from "./names";
import { optionProjection } from "./results";

/** What a bridge can lead between: the plan on screen, and the one its scenarios change. */
export type BridgeOf = {
  readonly plan: Plan;
  readonly projection: Projection;
  readonly stored: { readonly plan: Plan };
};

type Choice = { readonly value: string; readonly label: string };

const onScreen = "screen";
const base = "base";

/** Ranked options, the cheapest first; or what is on screen, Base and the scenarios. */
export function bridgeChoices(
  { plan, projection, stored }: BridgeOf,
  kind: "options" | "scenarios",
): readonly Choice[] {
  if (kind === "options") {
    return projection.ranking.map((id) => ({ value: id, label: optionName(plan, id) }));
  }
  const scenarios = stored.plan.scenarios.map(({ id, name }) => ({
    value: `scenario.${id}`,
    label: name,
  }));
  return [
    ...(plan === stored.plan ? [] : [{ value: onScreen, label: "what is on screen" }]),
    ...scenarios,
    { value: base, label: "Base" },
  ];
}

/** One end: an option of the plan on screen, or the option in a scenario. */
export function bridgeEnd(
  of: BridgeOf,
  { kind, optionId }: { readonly kind: "options" | "scenarios"; readonly optionId: string },
  choice: string,
): BridgeEnd | null {
  const id = kind === "options" ? choice : optionId;
  const plan = kind === "options" ? of.plan : planOf(of, choice);
  const projected = plan === of.plan ? of.projection : project(plan);
  const projection = optionProjection(projected, id);
  if (!projection) return null;
  const label = bridgeChoices(of, kind).find(({ value }) => value === choice)?.label ?? choice;
  const name = kind === "options" ? label : `${optionName(plan, id)}, ${label}`;
  return { plan, projection, name, style: optionStyle(plan, id) };
}

function planOf({ plan, stored }: BridgeOf, choice: string): Plan {
  if (choice === onScreen) return plan;
  const scenario = stored.plan.scenarios.find(({ id }) => choice === `scenario.${id}`);
  return applyChanges(stored.plan, scenario?.changes ?? []);
}
