import { ClipPath, G, Path } from "@react-pdf/renderer";
import { boxPath, stackedBoxes } from "@/lib/views/chart/paths";
import type { ChartView } from "@/lib/views/types";
import { paperColours, paperHue } from "../../paper-colours";
import type { DrawingParts } from "./axes";
import { HatchLines } from "./hatch";

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
