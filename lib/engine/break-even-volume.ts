import type { Plan } from "@/lib/schemas/plan";
import { basisOf } from "./basis";
import { type Curve, costAt } from "./curve";
import { compareCurves } from "./curve-comparison";
import { planDemand } from "./plan-demand";
import { runRateOf } from "./run-rate";
import type { RunRateCurve, VolumeBreakEven } from "./types";

/** Every interval of monthly tokens at which A's run-rate is below B's. docs/model.md, "Break-even by volume". */
export function breakEvenVolume(
  plan: Plan,
  aId: string,
  bId: string,
  { month, searchUpToTokens }: { readonly month: number; readonly searchUpToTokens: number },
): VolumeBreakEven {
  const [a, b] = curvesOf(plan, [aId, bId], month);
  if (!a || !b) {
    const none = { intervals: [], searchedUpToTokens: 0, complete: false };
    return { a: aId, b: bId, month, verdict: "unranked", ...none };
  }
  return { a: aId, b: bId, month, ...compareCurves(a, b, searchUpToTokens) };
}

/** Vertices of the exact stepped curve; a vertical is two points at the same tokens. */
export function runRateCurve(
  plan: Plan,
  optionId: string,
  { month, upToTokens }: { readonly month: number; readonly upToTokens: number },
): RunRateCurve | null {
  const [curve] = curvesOf(plan, [optionId], month);
  return curve ? { points: verticesOf(curve, upToTokens) } : null;
}

function curvesOf(plan: Plan, ids: readonly string[], month: number): (Curve | null)[] {
  const basis = basisOf(plan);
  const demand = planDemand(basis);
  return ids.map((id) => {
    const row = basis.plan.options.find((option) => option.id === id);
    return row ? runRateOf(basis, demand, row, month) : null;
  });
}

/** A chart has no room for more steps than this. */
const mostSegments = 10_000;

function verticesOf(curve: Curve, upToTokens: number) {
  const points: { tokens: number; cost: number }[] = [];
  let segments = 0;
  for (const segment of curve.segmentsFrom(0)) {
    const high = Math.min(segment.high, upToTokens);
    const start = { tokens: segment.low, cost: costAt(segment, segment.low) };
    const end = { tokens: high, cost: costAt(segment, high) };
    const last = points.at(-1);
    const flat = last !== undefined && segment.slope === 0 && last.cost === start.cost;
    if (flat && points.at(-2)?.cost === last.cost) points.pop();
    else if (last?.cost !== start.cost || last.tokens !== start.tokens) points.push(start);
    points.push(end);
    segments += 1;
    if (high >= upToTokens || segments >= mostSegments) break;
  }
  return points;
}
