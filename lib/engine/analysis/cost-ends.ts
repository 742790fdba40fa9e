import type { Plan } from "@/lib/schemas/plan";
import { applyChanges } from "../paths";
import { netPresentCosts } from "./net-present-costs";
import { swingOf } from "./swings";
import type { CostEnds, RangedInput } from "./types";

/**
 * All ranged inputs at once, each at the end that alone makes this option cheaper, and at the one that
 * makes it dearer. Two runs of the engine, not sums of single effects; which end an input is taken at
 * is decided with the others at their value. docs/model.md, "Low and high".
 */
export function costEnds(plan: Plan, optionId: string, inputs: readonly RangedInput[]): CostEnds {
  const base = costOf(plan, optionId);
  const subject = { optionId, againstId: null };
  const taken = inputs.flatMap((input) => {
    const { atLow, atHigh, span } = swingOf(plan, input, { subject, base });
    if (atLow === null || atHigh === null || span === 0) return [];
    const lowIsCheaper = atLow <= atHigh;
    return [
      {
        path: input.path,
        lowCost: lowIsCheaper ? input.low : input.high,
        highCost: lowIsCheaper ? input.high : input.low,
      },
    ];
  });
  const at = (end: "lowCost" | "highCost") =>
    costOf(
      applyChanges(
        plan,
        taken.map((input) => ({ path: input.path, value: input[end] })),
      ),
      optionId,
    );
  return { optionId, base, atLowCost: at("lowCost"), atHighCost: at("highCost"), taken };
}

function costOf(plan: Plan, optionId: string): number | null {
  return netPresentCosts(plan, [optionId])[0] ?? null;
}
