import { optionName, optionStyle, shortOptionName } from "./names";
import { colouredIds, type Results } from "./results";
import type { ChartSeries, SeriesStyle } from "./types";

const otherStyle: SeriesStyle = { kind: null, nthOfKind: 1, texture: "solid" };

export type OptionValues = {
  readonly optionId: string;
  readonly values: readonly (number | null)[];
};

/** A line an option; those in a colour of their own say their last value at their end, the others are grey. */
export function optionSeries(
  { plan, projection }: Pick<Results, "plan" | "projection">,
  lines: readonly OptionValues[],
  endText: (last: number) => string,
): ChartSeries[] {
  const coloured = colouredIds(projection);
  return lines.map(({ optionId, values }) => {
    const last = values.findLast((value) => value !== null);
    const shown = coloured.has(optionId);
    return {
      id: optionId,
      label: optionName(plan, optionId),
      shortLabel: shortOptionName(plan, optionId),
      style: shown ? optionStyle(plan, optionId) : otherStyle,
      values,
      ...(shown && typeof last === "number" && { endLabel: endText(last) }),
    };
  });
}
