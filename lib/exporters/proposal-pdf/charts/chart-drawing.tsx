import { Defs, Svg } from "@react-pdf/renderer";
import { toDrawing } from "@/lib/views/chart/drawing";
import type { DrawingRoom } from "@/lib/views/chart/still-plot";
import type { ChartView } from "@/lib/views/types";
import { printableLine } from "../../printable";
import { Axes, Bands } from "./axes";
import { BarClips, Bars } from "./bars";
import { EndLabels, Guides, Levels, Lines } from "./lines";
import { Marks } from "./marks";
import { paperPlot, pointsPerPixel } from "./paper-plot";

const longestName = 26;

/** A chart as on screen, in vectors. */
export function ChartDrawing({
  view,
  room,
}: {
  readonly view: ChartView;
  readonly room: DrawingRoom;
}) {
  const shown = withShortNames(view);
  const { width, height } = room;
  const drawing = toDrawing(shown, { height, narrow: false });
  const plot = paperPlot(drawing, room, view.xLabel !== undefined);
  const parts = { view: shown, drawing, plot };
  return (
    <Svg
      width={width * pointsPerPixel}
      height={height * pointsPerPixel}
      viewBox={`0 0 ${width} ${height}`}
    >
      {drawing.type === "bar" && (
        <Defs>
          <BarClips {...parts} />
        </Defs>
      )}
      <Bands {...parts} />
      <Axes {...parts} />
      {drawing.type === "bar" ? <Bars {...parts} /> : <Lines {...parts} />}
      <Levels {...parts} />
      <Guides {...parts} />
      <EndLabels {...parts} />
      <Marks {...parts} />
    </Svg>
  );
}

/** A name longer than the room beside a line would leave none for the lines; the tables have it whole. */
function withShortNames(view: ChartView): ChartView {
  const short = (text: string) => printableLine(text, longestName);
  return {
    ...view,
    table: { id: view.id, caption: "", columns: [], rows: [] },
    series: view.series.map((series) => ({
      ...series,
      label: short(series.label),
      ...(series.endLabel !== undefined && { endLabel: short(series.endLabel) }),
    })),
    marks: view.marks.map((mark) => ({
      ...mark,
      title: printableLine(mark.title, 40),
      ...(mark.text !== undefined && { text: printableLine(mark.text, 110) }),
    })),
    xTicks: view.xTicks.map(({ at, label }) => ({ at, label: short(label) })),
  };
}
