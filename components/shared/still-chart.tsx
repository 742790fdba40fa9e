import { toDrawing } from "@/lib/views/chart/drawing";
import { type DrawingRoom, stillPlot } from "@/lib/views/chart/still-plot";
import { stillTextWidth } from "@/lib/views/chart/still-width";
import type { ChartView } from "@/lib/views/types";
import { StillAxes, StillBands } from "./still-axes";
import { StillGuides, StillLevels, StillMarks } from "./still-marks";
import { StillBars, StillEndLabels, StillLines } from "./still-series";

const rooms = {
  wide: { width: 1000, height: 400 },
  narrow: { width: 358, height: 300 },
} as const satisfies Record<string, DrawingRoom>;

const longestNames = { wide: 26, narrow: 16 } as const;

/**
 * A chart as the server draws it, once for a wide screen and once for a phone, of which the style sheet shows
 * one: the page needs no script to show its numbers.
 */
export function StillChart({ view }: { readonly view: ChartView }) {
  return (
    <>
      <Drawn view={view} room="wide" />
      <Drawn view={view} room="narrow" />
    </>
  );
}

function Drawn(props: { readonly view: ChartView; readonly room: keyof typeof rooms }) {
  const room = rooms[props.room];
  const narrow = props.room === "narrow";
  const view = withShortNames(props.view, longestNames[props.room]);
  const drawing = toDrawing(view, { height: room.height, narrow });
  const hasXLabel = view.xLabel !== undefined;
  const plot = stillPlot(drawing, room, { hasXLabel, measure: stillTextWidth });
  const parts = { view, drawing, plot, narrow };
  return (
    <svg
      role="img"
      aria-label={`${view.title}. The table below has the same numbers.`}
      viewBox={`0 0 ${room.width} ${room.height}`}
      className={
        narrow ? "w-full max-w-[560px] tabular-nums md:hidden" : "w-full tabular-nums max-md:hidden"
      }
    >
      <StillBands {...parts} />
      <StillAxes {...parts} />
      {drawing.type === "bar" ? <StillBars {...parts} /> : <StillLines {...parts} />}
      <StillLevels {...parts} />
      <StillGuides {...parts} />
      <StillEndLabels {...parts} />
      <StillMarks {...parts} />
    </svg>
  );
}

/** A name longer than the room beside a line would leave none for the lines; the table has it whole. */
function withShortNames(view: ChartView, longest: number): ChartView {
  const short = (text: string) =>
    text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}\u2026` : text;
  return {
    ...view,
    series: view.series.map((series) => ({
      ...series,
      label: short(series.label),
      shortLabel: short(series.shortLabel),
    })),
  };
}
