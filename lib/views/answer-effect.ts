import { project } from "@/lib/engine";
import { money } from "@/lib/format";
import type { Plan } from "@/lib/schemas/plan";
import { does } from "./agree";
import { optionName } from "./names";
import { optionProjection } from "./results";

/** What a plan answers in a few words: "Owned H200 costs least, $3.44M". */
export function answerInBrief(plan: Plan): string {
  const projection = project(plan);
  const best = optionProjection(projection, projection.ranking[0]);
  if (!best) return "no option is complete";
  const total = money(best.summary.cash, plan.currency);
  const name = optionName(plan, best.optionId);
  const isLowest = projection.ranking.every((id) => {
    const other = optionProjection(projection, id);
    return !other || other.summary.cash >= best.summary.cash;
  });
  if (!isLowest) {
    const discounted = money(best.summary.netPresentCost, plan.currency);
    return `${does(name, "costs")} least when discounted, ${discounted}`;
  }
  return projection.ranking.length === 1
    ? `${does(name, "costs")} ${total}`
    : `${does(name, "costs")} least, ${total}`;
}

/** The same with what one option costs, where that is not said already: "…; Cloud H200 costs $6.15M". */
export function answerWithOption(plan: Plan, optionId: string): string {
  const projection = project(plan);
  const brief = answerInBrief(plan);
  if (projection.ranking[0] === optionId) return brief;
  const option = optionProjection(projection, optionId);
  const name = optionName(plan, optionId);
  if (option?.status !== "complete") return `${brief}; ${does(name, "is")} not ranked`;
  return `${brief}; ${does(name, "costs")} ${money(option.summary.cash, plan.currency)}`;
}

export type ChangedBy = {
  readonly name: string | null;
  readonly keyName: string | null;
  /** ISO 8601, UTC. */
  readonly at: string;
};

/** "Ada Planner", "Ada Planner (key Nightly)", or "Somebody else". */
export function changedByText(by: Pick<ChangedBy, "name" | "keyName"> | null): string {
  const name = by?.name ?? "Somebody else";
  return by?.keyName ? `${name} (key ${by.keyName})` : name;
}
