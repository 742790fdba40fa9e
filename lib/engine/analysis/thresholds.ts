import type { Plan } from "@/lib/schemas/plan";
import { applyChanges, figureAt } from "../paths";
import { netPresentCosts } from "./net-present-costs";
import { scanValues } from "./scan-values";
import type { Standing, Threshold, ThresholdSearch, Thresholds } from "./types";

type Tried = {
  readonly value: number;
  readonly standing: Standing;
  /** How much less the option costs than the cheapest rival. */
  readonly lead: number | null;
  readonly cheapest: string | null;
};
type Try = (value: number) => Tried;

/**
 * Every value of one input at which an option starts or stops to cost less than all its rivals, in net
 * present cost: neighbouring values of a scan that differ are halved until numbers get no closer, so
 * both sides of a step are values that were run. docs/model.md, "Thresholds".
 */
export function thresholdsOf(
  plan: Plan,
  search: ThresholdSearch,
  ids: { readonly optionId: string; readonly rivalIds: readonly string[] },
): Thresholds {
  const attempt = attempts(plan, search.path, ids);
  const { values, all } = scanValues(search, figureAt(plan, search.path)?.value ?? null);
  const straight = search.price && !all && isStraight(attempt, search);
  const tried = (straight ? [search.from, search.to] : values).map(attempt);
  const thresholds = tried.flatMap((next, nth) => {
    const previous = tried[nth - 1];
    return previous && previous.standing !== next.standing
      ? [narrowed(attempt, previous, next, search.integer)]
      : [];
  });
  const exact = straight || all;
  const { path, from, to } = search;
  return {
    path,
    from,
    to,
    verdict: verdictOf(tried, thresholds, exact),
    intervals: intervalsOf(search, thresholds, tried[0]?.standing),
    thresholds,
    standing: tried.find(({ standing }) => standing !== "unranked")?.standing ?? "unranked",
    tried: tried.length,
    moves: isMoved(tried),
    exact,
  };
}

function attempts(
  plan: Plan,
  path: string,
  { optionId, rivalIds }: { readonly optionId: string; readonly rivalIds: readonly string[] },
): Try {
  return (value) => {
    const changed = applyChanges(plan, [{ path, value }]);
    const [cost = null, ...others] = netPresentCosts(changed, [optionId, ...rivalIds]);
    const rival = lowest(others);
    const rivalId = rival ? (rivalIds[rival.nth] ?? null) : null;
    if (cost === null || rival === null) {
      return {
        value,
        standing: "unranked",
        lead: null,
        cheapest: cost === null ? rivalId : optionId,
      };
    }
    const lead = rival.cost - cost;
    const isLess = lead > noise * Math.abs(cost);
    return {
      value,
      standing: isLess ? "less" : "notLess",
      lead,
      cheapest: isLess ? optionId : rivalId,
    };
  };
}

function lowest(costs: readonly (number | null)[]): { nth: number; cost: number } | null {
  let found: { nth: number; cost: number } | null = null;
  costs.forEach((cost, nth) => {
    if (cost !== null && (found === null || cost < found.cost)) found = { nth, cost };
  });
  return found;
}

/** Two equal costs summed in another order are no difference. */
const noise = 1e-12;
const straightTolerance = 1e-9;

/** Whether the lead is one straight line between the bounds: true of a price that decides no quantity. */
function isStraight(attempt: Try, { from, to, usual }: ThresholdSearch): boolean {
  const [first, last] = [attempt(from).lead, attempt(to).lead];
  if (first === null || last === null) return false;
  const inside = [usual[0], (usual[0] + usual[1]) / 2, usual[1], from + (to - from) / 3];
  return inside.every((value) => {
    const { lead } = attempt(value);
    if (lead === null) return false;
    const expected = first + ((last - first) * (value - from)) / (to - from);
    const scale = Math.abs(first) + Math.abs(lead);
    return Math.abs(lead - expected) <= straightTolerance * scale;
  });
}

const mostHalvings = 80;

/** Halves between two values of different standing until nothing lies between them. */
function narrowed(attempt: Try, low: Tried, high: Tried, integer: boolean): Threshold {
  let [before, after] = [low, high];
  for (let nth = 0; nth < mostHalvings; nth += 1) {
    const value = between(before, after, { nth, integer });
    if (value <= before.value || value >= after.value) break;
    const middle = attempt(value);
    if (middle.standing === before.standing) before = middle;
    else after = middle;
    if (!integer && isClose(before.value, after.value)) break;
  }
  return {
    before: before.value,
    after: after.value,
    was: before.standing,
    becomes: after.standing,
    cheapestBefore: before.cheapest,
    cheapestAfter: after.cheapest,
  };
}

/** Every other time where a straight line between both leads would cross, which a straight piece meets at once. */
function between(
  before: Tried,
  after: Tried,
  { nth, integer }: { readonly nth: number; readonly integer: boolean },
): number {
  const middle = before.value + (after.value - before.value) / 2;
  if (integer) return Math.floor(middle);
  if (nth % 2 === 1 || before.lead === null || after.lead === null) return middle;
  const share = before.lead / (before.lead - after.lead);
  // A little past the crossing, so that the two sides close in on it in turn.
  const past = nth % 4 === 0 ? 1e-10 : -1e-10;
  const value = before.value + (after.value - before.value) * (share + past);
  return value > before.value && value < after.value ? value : middle;
}

const closeness = 1e-13;

function isClose(a: number, b: number): boolean {
  return b - a <= closeness * Math.max(Math.abs(a), Math.abs(b));
}

function isMoved(tried: readonly Tried[]): boolean {
  const leads = tried.map(({ lead }) => lead);
  const [first = null] = leads;
  if (first === null) return leads.some((lead) => lead !== null);
  return leads.some(
    (lead) => lead === null || Math.abs(lead - first) > noise * Math.abs(first) * 10,
  );
}

function verdictOf(
  tried: readonly Tried[],
  thresholds: readonly Threshold[],
  exact: boolean,
): Thresholds["verdict"] {
  if (tried.every(({ standing }) => standing === "unranked")) return "unranked";
  if (thresholds.length > 1) return "several";
  if (thresholds.length === 1) return "once";
  if (!exact) return "notVerified";
  return tried[0]?.standing === "less" ? "always" : "never";
}

function intervalsOf(
  { from, to }: ThresholdSearch,
  thresholds: readonly Threshold[],
  first: Standing | undefined,
): Thresholds["intervals"] {
  const intervals: { low: number; high: number }[] = [];
  let low = first === "less" ? from : null;
  for (const { before, after, was, becomes } of thresholds) {
    if (was === "less" && low !== null) intervals.push({ low, high: before });
    low = becomes === "less" ? after : null;
  }
  if (low !== null) intervals.push({ low, high: to });
  return intervals;
}
