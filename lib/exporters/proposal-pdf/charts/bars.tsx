import { ClipPath, G, Path } from "@react-pdf/renderer";
import type { DrawnSeries } from "@/lib/views/chart/drawing";
import type { ChartView } from "@/lib/views/types";
import { paperColours, paperHue } from "../../paper-colours";
import type { DrawingParts } from "./axes";
import { HatchLines } from "./hatch";
import { coordinate, type PaperPlot } from "./paper-plot";

const shareOfPlace = 0.76;

type Box = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** Parts above zero stack on each other, parts below it likewise; training is hatched. */
export function Bars({ view, drawing, plot }: DrawingParts) {
  const stacks = stackedBoxes(drawing.series, plot);
  return (
    <G>
      {drawing.series.map(({ id, style }, index) => {
        const boxes = stacks[index] ?? [];
        const d = boxes.map(boxPath).join("");
        if (d === "") return null;
        if (style.texture === "solid") return <Path key={id} d={d} fill={paperHue(style)} />;
        return (
          <G key={id}>
            <Path d={d} fill={paperColours.surface} />
            <G clipPath={`url(#${clipOf(view, index)})`}>
              <HatchLines area={plot.area} hue={paperHue(style)} />
            </G>
          </G>
        );
      })}
    </G>
  );
}

const clipOf = ({ id }: ChartView, index: number) =>
  `hatch-${id}-${index}`.replaceAll(/[^\w-]/g, "");

/** What the hatch of each series is cut to: the library finds it at the root of a drawing alone. */
export function BarClips({ view, drawing, plot }: DrawingParts) {
  const stacks = stackedBoxes(drawing.series, plot);
  return drawing.series.map(({ id, style }, index) => {
    const d = (stacks[index] ?? []).map(boxPath).join("");
    if (d === "" || style.texture === "solid") return null;
    return (
      <ClipPath key={id} id={clipOf(view, index)}>
        <Path d={d} />
      </ClipPath>
    );
  });
}

/** A hair of ground between stacked parts. */
const gap = 1;

function stackedBoxes(
  series: readonly DrawnSeries[],
  { x, y }: PaperPlot,
): readonly (readonly Box[])[] {
  const above: number[] = [];
  const below: number[] = [];
  return series.map(({ points }) =>
    points.flatMap((point, at) => {
      if (!Number.isFinite(point.y) || point.y === 0) return [];
      const stack = point.y < 0 ? below : above;
      const from = stack[at] ?? 0;
      stack[at] = from + point.y;
      const [base, end] = [y(from), y(from + point.y)];
      const left = x(point.x - shareOfPlace / 2);
      const height = Math.abs(base - end);
      return [
        {
          ...{ left, top: Math.min(base, end) + (height > gap ? gap : 0) },
          ...{ width: x(point.x + shareOfPlace / 2) - left },
          height: height > gap ? height - gap : height,
        },
      ];
    }),
  );
}

function boxPath({ left, top, width, height }: Box): string {
  const [x, y, right, bottom] = [left, top, left + width, top + height].map(coordinate);
  return `M${x} ${y}L${right} ${y}L${right} ${bottom}L${x} ${bottom}Z`;
}
