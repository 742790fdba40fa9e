import type { Drawing } from "./drawing";
import type { Measure } from "./plot";

export type Padding = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

const roomGivenBack = 32;

/** Room once taken is kept while a number is a digit shorter: under a moving slider the plot stands still. */
export function keptPadding(next: Padding, before: Padding | null): Padding {
  if (!before || before.top !== next.top || before.bottom !== next.bottom) return next;
  const kept = (from: number, to: number) => (from >= to && from - to < roomGivenBack ? from : to);
  return { ...next, left: kept(before.left, next.left), right: kept(before.right, next.right) };
}

/** How the names at the lines' ends are set: under each other with the value, or on one line. */
export type EndLabelSetting = { readonly twoLines: boolean; readonly gap: number };

export const labelSizes = { name: 13, value: 12, small: 12, tick: 11, mark: 12 } as const;
export const labelOffset = 13;
export const leaderOffset = 18;

const twoLineGap = 32;
const oneLineGap = 16;
const paddingStep = 8;

export function endLabelSetting(
  drawing: Drawing,
  size: { readonly width: number; readonly height: number },
): EndLabelSetting {
  const room = size.height / Math.max(1, drawing.endLabels.length);
  const twoLines = room >= 44 && size.height >= 240;
  return { twoLines, gap: twoLines ? twoLineGap : oneLineGap };
}

/** Room around the plot, in steps, so that a digit more does not move the plot. */
export function paddingOf(
  drawing: Drawing,
  measure: Measure,
  { setting, hasXLabel }: { readonly setting: EndLabelSetting; readonly hasXLabel: boolean },
): Padding {
  const ticks = drawing.y.ticks.map(({ label }) => measure(label, labelSizes.tick, 450));
  const left = Math.max(24, ...ticks);
  const right = Math.max(0, ...endLabelWidths(drawing, measure, setting));
  const stepped = (width: number) => Math.ceil(width / paddingStep) * paddingStep;
  return {
    left: stepped(left + 8),
    right: right > 0 ? stepped(right + leaderOffset + 4) : 16,
    top: 10,
    bottom: hasXLabel ? 44 : 26,
  };
}

function endLabelWidths(
  { endLabels }: Drawing,
  measure: Measure,
  { twoLines }: EndLabelSetting,
): number[] {
  return endLabels.map(({ name, value }) =>
    twoLines
      ? Math.max(measure(name, labelSizes.name, 600), measure(value, labelSizes.value, 450))
      : measure(`${name} ${value}`, labelSizes.small, 600),
  );
}
