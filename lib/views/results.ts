import type { OptionProjection, Projection, View } from "@/lib/engine/types";
import type { Plan } from "@/lib/schemas/plan";

/** What every view is made from: the plan as it stands and what the engine says of it. */
export type Results = {
  readonly plan: Plan;
  readonly projection: Projection;
  readonly view: View;
};

/** Options without a missing figure and without a gap, in the order of the plan. */
export function completeOptions(projection: Projection): readonly OptionProjection[] {
  return projection.options.filter(({ status }) => status === "complete");
}

export function optionProjection(
  projection: Projection,
  optionId: string | undefined,
): OptionProjection | undefined {
  return projection.options.find((option) => option.optionId === optionId);
}

/** The complete option with the lowest plain sum at the end of the horizon. */
export function leaderAtHorizon({ projection, view }: Results): OptionProjection | undefined {
  return completeOptions(projection).reduce<OptionProjection | undefined>(
    (best, option) => (best && best.summary[view] <= option.summary[view] ? best : option),
    undefined,
  );
}

const colouredLines = 6;
const colouredWhenMore = 4;

/** Options that keep their hue: all of up to six, else the four that cost least. */
export function colouredIds(projection: Projection): ReadonlySet<string> {
  const { ranking } = projection;
  return new Set(ranking.length <= colouredLines ? ranking : ranking.slice(0, colouredWhenMore));
}
