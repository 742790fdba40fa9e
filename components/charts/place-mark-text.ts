import type { ChartMark } from "@/lib/views/types";
import type { Annotation, Plot } from "./annotations";
import { labelSizes } from "./frame";
import { font, textWidth } from "./text-width";

export type Box = { left: number; right: number; top: number; bottom: number };

type Line = { readonly text: string; readonly font: string; readonly strong: boolean };

export type PlacedText = {
  readonly lines: readonly Line[];
  readonly box: Box;
  readonly align: "left" | "right" | "center";
  /** A rule from the mark to a text that stands away from it. */
  readonly leader?: { readonly x: number; readonly fromY: number; readonly toY: number };
};

const lineHeight = 17;
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

type Request = {
  readonly mark: ChartMark;
  readonly taken: readonly Box[];
  /** On a phone only the month is named. */
  readonly short: boolean;
};

/** The place beside a mark where its text hides the least; null where it would hide another text. */
export function placeMarkText(
  plot: Plot,
  annotation: Annotation,
  { mark, taken, short }: Request,
): PlacedText | null {
  const lines = linesOf(annotation, mark, short);
  const width = Math.max(...lines.map((line) => textWidth(plot.context, line.font, line.text)));
  const height = lines.length * lineHeight;
  const [x, y] = [plot.x(mark.x), plot.y(mark.y)];
  const candidates = mark.rank === "main" ? mainCandidates : minorCandidates;
  let best: { text: PlacedText; cost: number } | null = null;
  for (const [rank, { dx, dy, align }] of candidates.entries()) {
    const box = boxAt({ x: x + dx, y: y + dy, width, height, align });
    const cost = costOf(plot, annotation, box, taken) + rank;
    if (best && cost >= best.cost) continue;
    best = { text: withLeader({ lines, box, align }, { x, y }), cost };
  }
  if (!best || best.cost >= 1000) return null;
  return best.text;
}

function linesOf({ theme }: Annotation, mark: ChartMark, short: boolean): readonly Line[] {
  const size = mark.rank === "main" ? labelSizes.mark : labelSizes.tick;
  const strong = mark.rank === "main";
  const name = short ? (mark.title.split(",")[0] ?? mark.title) : mark.title;
  const title = {
    text: shorten(name),
    font: font(theme.fontFamily, size, strong ? 640 : 520),
    strong,
  };
  if (!strong || short || mark.text === undefined) return [title];
  const plain = font(theme.fontFamily, size, 450);
  return [title, ...wrap(mark.text).map((text) => ({ text, font: plain, strong: false }))];
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

/** Off the plot or over another text is out of the question; over a line costs by how much of it. */
function costOf(plot: Plot, annotation: Annotation, box: Box, taken: readonly Box[]): number {
  const { area } = plot;
  const outside =
    box.left < area.left + 2 ||
    box.right > area.right + 4 ||
    box.top < 0 ||
    box.bottom > area.bottom;
  if (outside) return 1000;
  if (taken.some((other) => overlaps(box, other, 2))) return 1000;
  return linesUnder(plot, annotation, box) * 12;
}

function overlaps(a: Box, b: Box, margin: number): boolean {
  return (
    a.left < b.right + margin &&
    a.right > b.left - margin &&
    a.top < b.bottom + margin &&
    a.bottom > b.top - margin
  );
}

/** How many drawn segments run under a box. No arrays: this runs for each candidate of each step. */
function linesUnder({ x, y }: Plot, { drawing }: Annotation, box: Box): number {
  let hits = 0;
  for (const { points } of drawing.series) {
    for (let index = 1; index < points.length; index++) {
      const from = points[index - 1];
      const to = points[index];
      if (!from || !to || x(to.x) < box.left || x(from.x) > box.right) continue;
      const one = y(from.y);
      const other = y(to.y);
      if (Math.min(one, other) <= box.bottom && Math.max(one, other) >= box.top) hits++;
    }
  }
  return hits;
}
