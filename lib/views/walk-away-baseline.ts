import type { Results } from "./results";

/** What a purchase is measured against: the plan's baseline, else the cheapest other option. */
export function walkAwayBaseline(
  { projection }: Pick<Results, "projection">,
  optionId: string | undefined,
): string | undefined {
  const { baselineOptionId, ranking } = projection;
  if (baselineOptionId && baselineOptionId !== optionId && ranking.includes(baselineOptionId)) {
    return baselineOptionId;
  }
  return ranking.find((id) => id !== optionId);
}
