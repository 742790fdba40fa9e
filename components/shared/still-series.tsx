import { HatchPattern } from "@/components/charts/hatch-pattern";
import { hueOf } from "@/components/charts/kind-swatch";
import { inOrder } from "@/components/ui/in-order";
import { labelSizes } from "@/lib/views/chart/frame";
import { dashOf, widthOf } from "@/lib/views/chart/line-look";
import { boxPath, linePath, stackedBoxes } from "@/lib/views/chart/paths";
import { placedEndLabels } from "@/lib/views/chart/placed-end-labels";
import type { StillParts } from "./still-axes";
import { StillLabel } from "./still-label";

/** Hue and dash say which option it is; a figure that is missing leaves a gap. */
export function StillLines({ drawing, plot }: StillParts) {
  return inOrder(drawing.series, ({ style, points }) => (
    <path
      d={linePath(points, plot)}
      fill="none"
      stroke={hueOf(style)}
      strokeWidth={widthOf(style)}
      strokeLinejoin="round"
      strokeDasharray={dashOf(style).join(" ") || undefined}
    />
  ));
}

type Placed = { readonly d: string; readonly hue: string; readonly hatch: string | null };

/** Parts stack on each other; training is hatched, with or without colour. */
export function StillBars({ view, drawing, plot, narrow }: StillParts) {
  const stacks = stackedBoxes(drawing.series, plot);
  const placed = drawing.series.map(({ style }, at): Placed => {
    const isHatched = style.texture === "hatched";
    const hatch = isHatched ? `hatch-${view.id}-${at}${narrow ? "-narrow" : ""}` : null;
    return { d: (stacks[at] ?? []).map(boxPath).join(""), hue: hueOf(style), hatch };
  });
  return (
    <>
      {inOrder(placed, ({ hatch, hue }) => (
        <defs>{hatch && <HatchPattern id={hatch} hue={hue} />}</defs>
      ))}
      {inOrder(placed, ({ d, hue, hatch }) => (
        <path d={d} fill={hatch ? `url(#${hatch})` : hue} />
      ))}
    </>
  );
}

/** Name and last value at each line's end, as on screen. */
export function StillEndLabels({ drawing, plot }: StillParts) {
  const { twoLines } = plot.setting;
  return inOrder(placedEndLabels(plot, drawing, plot.setting), ({ label, left, top, leader }) => {
    const hue = hueOf(label.style);
    const name = { size: twoLines ? labelSizes.name : labelSizes.small, weight: 600, fill: hue };
    return (
      <g>
        {leader && <path d={`M${leader.x} ${leader.y}L${left - 3} ${top}`} stroke={hue} />}
        <StillLabel x={left} y={top} baseline="middle" {...name}>
          {twoLines ? label.name : `${label.name} ${label.value}`}
        </StillLabel>
        {twoLines && (
          <StillLabel
            x={left}
            y={top + 15}
            size={labelSizes.value}
            fill="var(--ll-ink-2)"
            baseline="middle"
          >
            {label.value}
          </StillLabel>
        )}
      </g>
    );
  });
}
