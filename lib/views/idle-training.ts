import type { OptionProjection } from "@/lib/engine/types";
import { listed } from "@/lib/format";
import { optionName } from "./names";
import type { Results } from "./results";

/** Less than this share of the machines moves no line that one could see. */
const leastShare = 0.01;

/** True where inference costs less in some months, because training works in idle hours then. */
function costJumps({ projection }: Results, option: OptionProjection): boolean {
  let [least, most] = [1, 0];
  option.capacity.baseTrainingFraction.forEach((share, month) => {
    if ((projection.servedTokens[month] ?? 0) <= 0) return;
    least = Math.min(least, share);
    most = Math.max(most, share);
  });
  return most - least >= leastShare;
}

/** Why inference on one of these options costs less in some months; absent where none does. */
export function idleTrainingNote(
  results: Results,
  options: readonly OptionProjection[],
): string | undefined {
  const names = options
    .filter((option) => costJumps(results, option))
    .map(({ optionId }) => optionName(results.plan, optionId));
  if (names.length === 0) return undefined;
  const where = names.length === options.length ? "" : ` on ${listed(names)}`;
  return `In months with a training run in idle hours${where}, training bears its share of the machines, so inference costs less.`;
}
