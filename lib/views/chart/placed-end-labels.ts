import type { Drawing, EndLabel } from "./drawing";
import { type EndLabelSetting, labelOffset, leaderOffset } from "./frame";
import type { PlotPlaces } from "./plot";
import { spread } from "./spread";

export type PlacedEndLabel = {
  readonly label: EndLabel;
  readonly left: number;
  readonly top: number;
  /** From the line's end, where the label had to move away from it. */
  readonly leader: { readonly x: number; readonly y: number } | null;
};

const movedEnough = 3;

/** Name and last value at the end of each line, pushed apart. */
export function placedEndLabels(
  { area, x, y }: PlotPlaces,
  { endLabels }: Drawing,
  { twoLines, gap }: EndLabelSetting,
): readonly PlacedEndLabel[] {
  const ends = endLabels.map((label) => y(label.y));
  const tops = spread(ends, { gap, from: 8, to: area.bottom - (twoLines ? 18 : 4) });
  return endLabels.map((label, index) => {
    const end = ends[index] ?? 0;
    const top = tops[index] ?? end;
    const moved = Math.abs(top - end) > movedEnough;
    return {
      label,
      left: area.right + (moved ? leaderOffset : labelOffset),
      top,
      leader: moved ? { x: x(label.x) + 2, y: end } : null,
    };
  });
}
