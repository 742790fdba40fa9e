import type { Plan } from "@/lib/schemas/plan";
import { applyChanges } from "../paths";
import { subjectValue } from "./net-present-costs";
import type { RangedInput, Subject, Swing, Swings } from "./types";

/**
 * One input at a time at both ends of its range, each a run of the engine; the widest first, inputs
 * that change nothing last. docs/model.md, "Sensitivity".
 */
export function swingsOf(plan: Plan, inputs: readonly RangedInput[], subject: Subject): Swings {
  const base = subjectValue(plan, subject);
  const swings = inputs.map((input) => swingOf(plan, input, { subject, base }));
  return { base, swings: sortedSwings(swings) };
}

export function swingOf(
  plan: Plan,
  { path, low, high }: RangedInput,
  { subject, base }: { readonly subject: Subject; readonly base: number | null },
): Swing {
  const at = (value: number) => subjectValue(applyChanges(plan, [{ path, value }]), subject);
  const [atLow, atHigh] = [at(low), at(high)];
  const values = [base, atLow, atHigh].filter((value) => value !== null);
  const span = values.length > 1 ? Math.max(...values) - Math.min(...values) : 0;
  return { path, low, high, atLow, atHigh, span: isNoise(span, values) ? 0 : span };
}

export function sortedSwings(swings: readonly Swing[]): readonly Swing[] {
  return swings.toSorted((a, b) => b.span - a.span || (a.path < b.path ? -1 : 1));
}

/** Sums in another order differ in their last digits. */
function isNoise(span: number, values: readonly number[]): boolean {
  return span <= 1e-11 * Math.max(...values.map(Math.abs), 1);
}
