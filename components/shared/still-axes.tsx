import { softHueOf } from "@/components/charts/kind-swatch";
import { inOrder } from "@/components/ui/in-order";
import type { Drawing } from "@/lib/views/chart/drawing";
import { labelSizes } from "@/lib/views/chart/frame";
import { placedTicks } from "@/lib/views/chart/placed-ticks";
import type { StillPlot } from "@/lib/views/chart/still-plot";
import { stillTextWidth } from "@/lib/views/chart/still-width";
import type { ChartView } from "@/lib/views/types";
import { StillLabel } from "./still-label";

export type StillParts = {
  readonly view: ChartView;
  readonly drawing: Drawing;
  readonly plot: StillPlot;
  readonly narrow: boolean;
};

export function StillBands({ view, plot: { area, x } }: StillParts) {
  return inOrder(view.bands, ({ fromX, toX, style }) => (
    <rect
      x={x(fromX)}
      y={area.top}
      width={Math.max(0, x(toX) - x(fromX))}
      height={area.bottom - area.top}
      fill={softHueOf(style)}
    />
  ));
}

/** Horizontal hairlines only; the zero line is the one that carries meaning. */
export function StillAxes(parts: StillParts) {
  const { area, y } = parts.plot;
  return (
    <g>
      {inOrder(parts.drawing.y.ticks, ({ at, label }) => (
        <g>
          <path
            d={`M${area.left} ${Math.round(y(at))}H${area.right}`}
            stroke={at === 0 ? "var(--ll-control)" : "var(--ll-line)"}
            shapeRendering="crispEdges"
          />
          <StillLabel
            x={area.left - 8}
            y={y(at)}
            size={labelSizes.tick}
            fill="var(--ll-ink-3)"
            anchor="end"
            baseline="middle"
          >
            {label}
          </StillLabel>
        </g>
      ))}
      <XTicks {...parts} />
    </g>
  );
}

function XTicks({ view, drawing, plot }: StillParts) {
  const { area, x, y, width, height } = plot;
  const base = Math.min(area.bottom, y(drawing.y.min));
  const ticks = placedTicks(view, { x, width, measure: stillTextWidth });
  const text = { size: labelSizes.tick, fill: "var(--ll-ink-3)", baseline: "hanging" } as const;
  return (
    <>
      {inOrder(ticks, ({ at, label, left }) => (
        <g>
          {view.kind !== "stackedBars" && (
            <path
              d={`M${Math.round(x(at))} ${Math.round(base)}v4`}
              stroke="var(--ll-control)"
              shapeRendering="crispEdges"
            />
          )}
          <StillLabel x={left} y={base + 9} {...text}>
            {label}
          </StillLabel>
        </g>
      ))}
      {view.xLabel !== undefined && (
        <StillLabel x={(area.left + area.right) / 2} y={height - 12} anchor="middle" {...text}>
          {view.xLabel}
        </StillLabel>
      )}
    </>
  );
}
