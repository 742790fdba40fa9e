import type { Drawing } from "@/lib/views/chart/drawing";
import type { EndLabelSetting } from "@/lib/views/chart/frame";
import { placedEndLabels } from "@/lib/views/chart/placed-end-labels";
import { markRadii, placedMarks } from "@/lib/views/chart/placed-marks";
import type { PlotPlaces } from "@/lib/views/chart/plot";
import type { ChartView } from "@/lib/views/types";
import { paperHue } from "../paper-colours";
import { type Slide, write } from "./deck-kit";
import { type Box, deckColours, hex, placed } from "./deck-look";
import { deckLine, deckTextWidth } from "./deck-text";

/** A place that counts from the corner of a chart. */
const within = (box: Box, place: Box) =>
  placed({ ...place, left: box.left + place.left, top: box.top + place.top });

type Labelled = {
  readonly plot: PlotPlaces & { readonly setting: EndLabelSetting };
  readonly drawing: Drawing;
  /** Of the chart: places in the plot count from its corner. */
  readonly box: Box;
};

/** The name and the last value of each line, at its end and in its colour. */
export function addEndLabels(slide: Slide, { plot, drawing, box }: Labelled): void {
  for (const { label, left, top } of placedEndLabels(plot, drawing, plot.setting)) {
    const name = { text: deckLine(label.name, 40), options: { bold: true } };
    const value = deckLine(label.value, 24);
    const { twoLines } = plot.setting;
    write(
      slide,
      twoLines
        ? [
            { ...name, options: { ...name.options, breakLine: true } },
            { text: value, options: { color: deckColours.words } },
          ]
        : [name, { text: ` ${value}` }],
      {
        ...within(box, {
          left,
          top: top - 8,
          width: box.width - left + 36,
          height: twoLines ? 32 : 16,
        }),
        ...{
          fontSize: 12,
          color: hex(paperHue(label.style)),
          wrap: false,
          objectName: "Line name",
        },
      },
    );
  }
}

type Marked = Labelled & { readonly chart: ChartView };

/** Where lines cross, and what follows from it. */
export function addMarks(slide: Slide, { plot, drawing, chart, box: around }: Marked): void {
  const measure = (text: string, size: number, weight: number) =>
    deckTextWidth(text, size, weight >= 600);
  for (const { mark, text } of placedMarks(plot, {
    view: chart,
    drawing,
    measure,
    narrow: false,
  })) {
    const radius = markRadii[mark.rank];
    slide.addShape("ellipse", {
      ...within(around, {
        ...{ left: plot.x(mark.x) - radius, top: plot.y(mark.y) - radius },
        ...{ width: 2 * radius, height: 2 * radius },
      }),
      fill: { color: deckColours.surface },
      line: { color: deckColours.ink, width: 1.75 },
      objectName: "Crossing",
    });
    if (!text) continue;
    const { box, lines, align } = text;
    write(
      slide,
      lines.map((line, index) => ({
        text: deckLine(line.text, 60),
        options: { bold: line.strong, fontSize: line.size, breakLine: index < lines.length - 1 },
      })),
      {
        ...within(around, {
          ...{ left: box.left, top: box.top },
          ...{ width: box.right - box.left + 6, height: box.bottom - box.top },
        }),
        ...{ align, wrap: false, color: deckColours.ink, objectName: "Crossing name" },
      },
    );
  }
}
