import { G, Line, Path, Rect } from "@react-pdf/renderer";
import { labelSizes } from "@/lib/views/chart/frame";
import { dashOf, widthOf } from "@/lib/views/chart/line-look";
import { linePath } from "@/lib/views/chart/paths";
import { placedEndLabels } from "@/lib/views/chart/placed-end-labels";
import { paperColours, paperHue } from "../../paper-colours";
import { paperTextWidth } from "../../paper-fonts";
import type { DrawingParts } from "./axes";
import { Label } from "./label";

/** Hue and dash say which option it is; a figure that is missing leaves a gap. */
export function Lines({ drawing, plot }: DrawingParts) {
  return (
    <G>
      {drawing.series.map(({ id, style, points }) => {
        const dash = dashOf(style).join(" ");
        return (
          <Path
            key={id}
            // The library reads no empty path.
            d={linePath(points, plot) || "M0 0"}
            fill="none"
            stroke={paperHue(style)}
            strokeWidth={widthOf(style)}
            strokeLinejoin="round"
            {...(dash !== "" && { strokeDasharray: dash })}
          />
        );
      })}
    </G>
  );
}

/** Name and last value at each line's end, as on screen. */
export function EndLabels({ drawing, plot }: DrawingParts) {
  const { twoLines } = plot.setting;
  return (
    <G>
      {placedEndLabels(plot, drawing, plot.setting).map(({ label, left, top, leader }) => {
        const hue = paperHue(label.style);
        return (
          <G key={label.seriesId}>
            {leader && (
              <Line
                x1={leader.x}
                y1={leader.y}
                x2={left - 3}
                y2={top}
                stroke={hue}
                strokeWidth={1}
              />
            )}
            <Label
              x={left}
              y={top}
              size={twoLines ? labelSizes.name : labelSizes.small}
              weight={600}
              fill={hue}
              baseline="middle"
            >
              {twoLines ? label.name : `${label.name} ${label.value}`}
            </Label>
            {twoLines && (
              <Label
                x={left}
                y={top + 15}
                size={labelSizes.value}
                fill={paperColours["ink-2"]}
                baseline="middle"
              >
                {label.value}
              </Label>
            )}
          </G>
        );
      })}
    </G>
  );
}

const levelReach = 0.45;
const levelThickness = 3;
const levelHalo = 2;

/** A level across each bar: in ink, with a ground around it that parts it from the bar. */
export function Levels({ view, plot: { x, y } }: DrawingParts) {
  const levels = (view.levels?.values ?? []).flatMap((value, at) =>
    value === null ? [] : [{ at, value }],
  );
  return (
    <G>
      {levels.map(({ at, value }) => {
        const left = x(at - levelReach);
        const width = x(at + levelReach) - left;
        const top = y(value) - levelThickness / 2;
        return (
          <G key={at}>
            <Rect
              x={left - levelHalo}
              y={top - levelHalo}
              width={width + 2 * levelHalo}
              height={levelThickness + 2 * levelHalo}
              fill={paperColours.surface}
            />
            <Rect x={left} y={top} width={width} height={levelThickness} fill={paperColours.ink} />
          </G>
        );
      })}
    </G>
  );
}

const guideHeight = 34;

/** A dashed rule from the axis up, with its name: where the plan stands. */
export function Guides({ view, plot: { area, x } }: DrawingParts) {
  return (
    <G>
      {(view.guides ?? []).map(({ x: at, label }) => {
        const isRight = x(at) - area.left > paperTextWidth(label, labelSizes.tick, 400) + 12;
        return (
          <G key={at}>
            <Line
              x1={x(at)}
              x2={x(at)}
              y1={area.bottom}
              y2={area.bottom - guideHeight}
              stroke={paperColours["ink-3"]}
              strokeWidth={1}
              strokeDasharray="2 2"
            />
            <Label
              x={x(at) + (isRight ? -5 : 5)}
              y={area.bottom - 20}
              size={labelSizes.tick}
              fill={paperColours["ink-2"]}
              anchor={isRight ? "end" : "start"}
            >
              {label}
            </Label>
          </G>
        );
      })}
    </G>
  );
}
