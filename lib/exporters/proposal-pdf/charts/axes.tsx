import { G, Line, Rect } from "@react-pdf/renderer";
import type { Drawing } from "@/lib/views/chart/drawing";
import { labelSizes } from "@/lib/views/chart/frame";
import { placedTicks } from "@/lib/views/chart/placed-ticks";
import type { StillPlot } from "@/lib/views/chart/still-plot";
import type { ChartView } from "@/lib/views/types";
import { paperColours, softPaperHue } from "../../paper-colours";
import { paperTextWidth } from "../../paper-fonts";
import { Label } from "./label";

export type DrawingParts = {
  readonly view: ChartView;
  readonly drawing: Drawing;
  readonly plot: StillPlot;
};

export function Bands({ view, plot: { area, x } }: DrawingParts) {
  return (
    <G>
      {view.bands.map(({ fromX, toX, style }) => (
        <Rect
          key={`${fromX} ${toX}`}
          x={x(fromX)}
          y={area.top}
          width={Math.max(0, x(toX) - x(fromX))}
          height={area.bottom - area.top}
          fill={softPaperHue(style)}
        />
      ))}
    </G>
  );
}

/** Horizontal hairlines only; the zero line is the one that carries meaning. */
export function Axes(parts: DrawingParts) {
  const { drawing, plot } = parts;
  const { area, y } = plot;
  return (
    <G>
      {drawing.y.ticks.map(({ at, label }) => (
        <G key={at}>
          <Line
            x1={area.left}
            x2={area.right}
            y1={y(at)}
            y2={y(at)}
            stroke={at === 0 ? paperColours.control : paperColours.line}
            strokeWidth={1}
          />
          <Label
            x={area.left - 8}
            y={y(at)}
            size={labelSizes.tick}
            fill={paperColours["ink-3"]}
            anchor="end"
            baseline="middle"
          >
            {label}
          </Label>
        </G>
      ))}
      <XTicks {...parts} />
    </G>
  );
}

function XTicks({ view, drawing, plot }: DrawingParts) {
  const { area, x, y, width, height } = plot;
  const base = Math.min(area.bottom, y(drawing.y.min));
  const ticks = placedTicks(view, { x, width, measure: paperTextWidth });
  const text = { size: labelSizes.tick, fill: paperColours["ink-3"], baseline: "hanging" } as const;
  return (
    <G>
      {ticks.map(({ at, label, left }) => (
        <G key={at}>
          {view.kind !== "stackedBars" && (
            <Line
              x1={x(at)}
              x2={x(at)}
              y1={base}
              y2={base + 4}
              stroke={paperColours.control}
              strokeWidth={1}
            />
          )}
          <Label x={left} y={base + 9} {...text}>
            {label}
          </Label>
        </G>
      ))}
      {view.xLabel !== undefined && (
        <Label x={(area.left + area.right) / 2} y={height - 12} anchor="middle" {...text}>
          {view.xLabel}
        </Label>
      )}
    </G>
  );
}
