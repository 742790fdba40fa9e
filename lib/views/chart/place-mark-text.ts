import type { ChartMark } from "../types";
import type { Drawing } from "./drawing";
import { labelSizes } from "./frame";
import type { Area as Box, Measure, PlotPlaces } from "./plot";

type Line = {
  readonly text: string;
  readonly size: number;
  readonly weight: number;
  readonly strong: boolean;
};

export type PlacedText = {
  readonly lines: readonly Line[];
  readonly box: Box;
  readonly align: "left" | "right" | "center";
  /** A rule from the mark to a text that stands away from it. */
  readonly leader?: { readonly x: number; readonly fromY: number; readonly toY: number };
};

export const markLineHeight = 17;
const longestLine = 24;

type Candidate = { readonly dx: number; readonly dy: number; readonly align: PlacedText["align"] };

const mainCandidates: readonly Candidate[] = [
  { dx: -2, dy: 22, align: "left" },
  { dx: -8, dy: -78, align: "right" },
  { dx: 14, dy: 12, align: "left" },
  { dx: -8, dy: -112, align: "right" },
  { dx: 2, dy: 46, align: "left" },
  { dx: -14, dy: 14, align: "right" },
  { dx: 8, dy: -112, align: "left" },
  { dx: -8, dy: -150, align: "right" },
  { dx: 4, dy: 80, align: "left" },
];

const minorCandidates: readonly Candidate[] = [
  { dx: -12, dy: -18, align: "right" },
  { dx: 12, dy: 4, align: "left" },
  { dx: 12, dy: -18, align: "left" },
  { dx: -12, dy: 6, align: "right" },
  { dx: 0, dy: -26, align: "center" },
  { dx: 0, dy: 12, align: "center" },
];

/** What a text may not hide, and how wide it is. */
type Surroundings = { readonly series: Drawing["series"]; readonly measure: Measure };

type Request = {
  readonly mark: ChartMark;
  readonly taken: readonly Box[];
  /** On a phone only the month is named. */
  readonly short: boolean;
};

/**
 * A place beside a mark where its text hides nothing, its first line alone where the whole has
 * none; null where every place would hide a line or another text, which the list under the chart says.
 */
export function placeMarkText(
  plot: PlotPlaces,
  surroundings: Surroundings,
  request: Request,
): PlacedText | null {
  const lines = linesOf(request.mark, request.short);
  const whole = placeLines(plot, surroundings, request, lines);
  if (whole || lines.length === 1) return whole;
  return placeLines(plot, surroundings, request, lines.slice(0, 1));
}

function placeLines(
  plot: PlotPlaces,
  { series, measure }: Surroundings,
  { mark, taken }: Request,
  lines: readonly Line[],
): PlacedText | null {
  const width = Math.max(...lines.map((line) => measure(line.text, line.size, line.weight)));
  const height = lines.length * markLineHeight;
  const [x, y] = [plot.x(mark.x), plot.y(mark.y)];
  const candidates = mark.rank === "main" ? mainCandidates : minorCandidates;
  for (const { dx, dy, align } of candidates) {
    const box = boxAt({ x: x + dx, y: y + dy, width, height, align });
    if (hides(plot, series, box, taken)) continue;
    return withLeader({ lines, box, align }, { x, y });
  }
  return null;
}

function linesOf(mark: ChartMark, short: boolean): readonly Line[] {
  const size = mark.rank === "main" ? labelSizes.mark : labelSizes.tick;
  const strong = mark.rank === "main";
  const name = short ? (mark.title.split(",")[0] ?? mark.title) : mark.title;
  const title = { text: shorten(name), size, weight: strong ? 640 : 520, strong };
  if (!strong || short || mark.text === undefined) return [title];
  const plain = { size, weight: 450, strong: false };
  return [title, ...wrap(mark.text).map((text) => ({ text, ...plain }))];
}

/** "month 42" beside a lesser mark is 42. */
function shorten(title: string): string {
  return title.startsWith("month ") ? title.slice("month ".length) : title;
}

function wrap(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < longestLine) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}

function boxAt({
  x,
  y,
  width,
  height,
  align,
}: {
  x: number;
  y: number;
  width: number;
  height: number;
  align: PlacedText["align"];
}): Box {
  const left = align === "left" ? x : align === "right" ? x - width : x - width / 2;
  return { left, right: left + width, top: y, bottom: y + height };
}

function withLeader(text: Omit<PlacedText, "leader">, mark: { x: number; y: number }): PlacedText {
  const far = text.box.top - mark.y > 40 || mark.y - text.box.bottom > 14;
  if (!far) return text;
  const above = text.box.bottom < mark.y;
  return {
    ...text,
    leader: {
      x: mark.x,
      fromY: above ? mark.y - 8.5 : mark.y + 8.5,
      toY: above ? text.box.top + 2 : text.box.bottom,
    },
  };
}

/** True off the plot, over another text and over a line. */
function hides(
  plot: PlotPlaces,
  series: Drawing["series"],
  box: Box,
  taken: readonly Box[],
): boolean {
  const { area } = plot;
  const outside =
    box.left < area.left + 2 ||
    box.right > area.right + 4 ||
    box.top < 0 ||
    box.bottom > area.bottom;
  if (outside || taken.some((other) => overlaps(box, other, 2))) return true;
  return isLineUnder(plot, series, box);
}

function overlaps(a: Box, b: Box, margin: number): boolean {
  return (
    a.left < b.right + margin &&
    a.right > b.left - margin &&
    a.top < b.bottom + margin &&
    a.bottom > b.top - margin
  );
}

/** Whether a drawn segment runs under a box. No arrays: this runs for each candidate of each step. */
function isLineUnder({ x, y }: PlotPlaces, series: Drawing["series"], box: Box): boolean {
  for (const { points } of series) {
    for (let index = 1; index < points.length; index++) {
      const from = points[index - 1];
      const to = points[index];
      if (!from || !to || x(to.x) < box.left || x(from.x) > box.right) continue;
      const one = y(from.y);
      const other = y(to.y);
      if (Math.min(one, other) <= box.bottom && Math.max(one, other) >= box.top) return true;
    }
  }
  return false;
}
