import { figureAt } from "@/lib/engine";
import type { OptionProjection, View } from "@/lib/engine/types";
import { type EvidenceClass, evidenceClasses } from "@/lib/schemas/figure";
import type { Plan } from "@/lib/schemas/plan";
import { frontAt } from "./explain-front";

/** A line below this share of the whole does not decide how firm the whole is. */
const decidingShare = 0.01;

/** The weakest class among some inputs; undefined where there is none. */
export function weakestEvidence(plan: Plan, paths: readonly string[]): EvidenceClass | undefined {
  let weakest = -1;
  for (const path of paths) {
    const evidence = figureAt(plan, path)?.evidence ?? frontAt(plan, path)?.profile.front.evidence;
    if (evidence) weakest = Math.max(weakest, evidenceClasses.indexOf(evidence));
    if (weakest === evidenceClasses.length - 1) break;
  }
  return evidenceClasses[weakest];
}

/** The evidence class of an option's total, from the lines that make up at least 1% of it. */
export function optionEvidence(
  plan: Plan,
  option: OptionProjection,
  view: View,
  use?: "inference",
): EvidenceClass | undefined {
  const sums = option.lines
    .filter((line) => use === undefined || line.use === use)
    .map((line) => ({
      inputs: line.inputs,
      size: Math.abs(line[view].reduce((sum, amount) => sum + amount, 0)),
    }));
  const whole = sums.reduce((sum, { size }) => sum + size, 0);
  const deciding = sums.filter(({ size }) => size > 0 && size >= whole * decidingShare);
  return weakestEvidence(plan, [...new Set(deciding.flatMap(({ inputs }) => inputs))]);
}
