import { breakEvenMonth } from "@/lib/engine";
import type { Projection } from "@/lib/engine/types";
import type { Basis } from "./lead";

/** From this month on (0-based) the winner has cost less in total than the loser. */
export type Crossing = {
  readonly month: number;
  readonly winnerId: string;
  readonly loserId: string;
  readonly forGood: boolean;
  /** How many times the winner became cheaper than the same option before. */
  readonly nth: number;
  /** Where the two drawn lines meet: months since the start, and money. */
  readonly x: number;
  readonly y: number;
};

/** Every change of order between any two of the options, in order of time. */
export function crossingsOf(
  projection: Projection,
  optionIds: readonly string[],
  basis: Basis,
): readonly Crossing[] {
  return optionIds
    .flatMap((a, index) =>
      optionIds.slice(index + 1).flatMap((b) => crossingsOfPair(projection, a, b, basis)),
    )
    .sort((first, second) => first.month - second.month);
}

function crossingsOfPair(projection: Projection, a: string, b: string, basis: Basis) {
  return [...wins(projection, a, b, basis), ...wins(projection, b, a, basis)].map((crossing) => ({
    ...crossing,
    ...meeting(projection, crossing, basis),
  }));
}

function wins(projection: Projection, winnerId: string, loserId: string, basis: Basis) {
  const { intervals, forGoodFrom } = breakEvenMonth(projection, winnerId, loserId, basis);
  return intervals
    .filter(({ from }) => from > 0)
    .map(({ from }, nth) => ({
      month: from,
      winnerId,
      loserId,
      nth,
      forGood: from === forGoodFrom,
    }));
}

/** The point where the drawn segments of the month intersect; a sum of months 0..m stands at m + 1. */
function meeting(
  projection: Projection,
  { month, winnerId, loserId }: Pick<Crossing, "month" | "winnerId" | "loserId">,
  { view }: Basis,
) {
  const sums = (optionId: string) =>
    projection.options.find((option) => option.optionId === optionId)?.[view].cumulative ?? [];
  const [winner, loser] = [sums(winnerId), sums(loserId)];
  const before = winner[month - 1] ?? 0;
  const after = winner[month] ?? 0;
  const lead = before - (loser[month - 1] ?? 0);
  const change = lead - (after - (loser[month] ?? 0));
  const share = change > 0 ? Math.min(1, Math.max(0, lead / change)) : 1;
  return { x: month + share, y: before + share * (after - before) };
}
