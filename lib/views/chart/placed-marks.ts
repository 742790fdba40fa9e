import type { ChartMark, ChartView } from "../types";
import type { Drawing } from "./drawing";
import { type PlacedText, placeMarkText } from "./place-mark-text";
import type { Area as Box, Measure, PlotPlaces } from "./plot";

/** Radius of a load mark, and how far its bar reaches to each side. */
export const markRadii = { main: 6.5, minor: 4 } as const;
export const markReaches = { main: 11, minor: 8.5 } as const;
export const markStroke = 1.75;

export type PlacedMark = { readonly mark: ChartMark; readonly text: PlacedText | null };

type Marked = {
  readonly view: ChartView;
  readonly drawing: Drawing;
  readonly measure: Measure;
  readonly narrow: boolean;
};

/** The load marks that are drawn, each with its text where one hides nothing. */
export function placedMarks(
  plot: PlotPlaces,
  { view, drawing, measure, narrow }: Marked,
): readonly PlacedMark[] {
  const marks = shownMarks(plot, view, narrow);
  const taken = marks.map(({ x, y, rank }) => boxAround(plot.x(x), plot.y(y), markReaches[rank]));
  const surroundings = { series: drawing.series, measure };
  return marks.map((mark) => {
    const text = placeMarkText(plot, surroundings, { mark, taken, short: narrow });
    if (text) taken.push(text.box, ...leaderBox(text));
    return { mark, text };
  });
}

function leaderBox({ leader }: PlacedText): Box[] {
  if (!leader) return [];
  const { x, fromY, toY } = leader;
  return [{ left: x, right: x, top: Math.min(fromY, toY), bottom: Math.max(fromY, toY) }];
}

function boxAround(left: number, top: number, reach: number): Box {
  return { left: left - reach, right: left + reach, top: top - reach, bottom: top + reach };
}

/** Main marks first; a lesser one too near to another is left to the table and the hover. */
function shownMarks({ x, y }: PlotPlaces, view: ChartView, narrow: boolean): readonly ChartMark[] {
  const main = view.marks.filter(({ rank }) => rank === "main");
  const minor = view.marks.filter(({ rank }) => rank === "minor");
  const wanted = narrow && main.length > 0 ? main.slice(0, 1) : [...main, ...minor];
  const shown: ChartMark[] = [];
  for (const mark of wanted) {
    const reach = mark.rank === "main" ? 0 : 15;
    const near = shown.some(
      (other) => Math.hypot(x(other.x) - x(mark.x), y(other.y) - y(mark.y)) < reach,
    );
    if (!near) shown.push(mark);
  }
  return shown;
}
