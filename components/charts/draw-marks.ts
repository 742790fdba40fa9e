import type { ChartMark } from "@/lib/views/types";
import type { Annotation, Plot } from "./annotations";
import { labelSizes } from "./frame";
import { type Box, type PlacedText, placeMarkText } from "./place-mark-text";
import { font } from "./text-width";

const radii = { main: 6.5, minor: 4 } as const;
const bars = { main: 11, minor: 8.5 } as const;
const stroke = 1.75;
const halo = 4;
const lineHeight = 17;

export function drawGuides({ context, area, x }: Plot, { view, theme }: Annotation): void {
  for (const { x: at, label } of view.guides ?? []) {
    const left = Math.round(x(at)) + 0.5;
    context.save();
    context.strokeStyle = theme.ink3;
    context.setLineDash([2, 2]);
    context.beginPath();
    context.moveTo(left, area.bottom);
    context.lineTo(left, area.bottom - 34);
    context.stroke();
    context.restore();
    context.save();
    context.font = font(theme.fontFamily, labelSizes.tick, 500);
    context.textBaseline = "bottom";
    const room = left - area.left;
    context.textAlign = room > 110 ? "right" : "left";
    haloText(
      context,
      theme.surface,
      theme.ink2,
      label,
      left + (room > 110 ? -5 : 5),
      area.bottom - 18,
    );
    context.restore();
  }
}

/** The load mark where two lines cross, larger where the text says what follows from it. */
export function drawMarks(plot: Plot, annotation: Annotation): void {
  const { context, x, y } = plot;
  const { theme, narrow } = annotation;
  const marks = shownMarks(plot, annotation);
  const taken: Box[] = marks.map(({ x: at, y: value, rank }) =>
    boxAround(x(at), y(value), bars[rank]),
  );
  const texts = marks.map((mark) => {
    const text = placeMarkText(plot, annotation, { mark, taken, short: narrow });
    if (text) taken.push(text.box, ...leaderBox(text));
    return text;
  });
  for (const text of texts) if (text) drawText(plot, annotation, text);
  for (const { x: at, y: value, rank } of marks) {
    const [left, top] = [x(at), y(value)];
    context.strokeStyle = theme.ink;
    context.fillStyle = theme.surface;
    context.lineWidth = stroke;
    context.beginPath();
    context.arc(left, top, radii[rank], 0, Math.PI * 2);
    context.fill();
    context.stroke();
    context.beginPath();
    context.moveTo(left - bars[rank], top);
    context.lineTo(left + bars[rank], top);
    context.stroke();
  }
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
function shownMarks({ x, y }: Plot, { view, narrow }: Annotation): readonly ChartMark[] {
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

function drawText(
  { context }: Plot,
  { theme }: Annotation,
  { lines, box, align, leader }: PlacedText,
) {
  context.save();
  if (leader) {
    context.strokeStyle = theme.ink3;
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(leader.x, leader.fromY);
    context.lineTo(leader.x, leader.toY);
    context.stroke();
  }
  context.textAlign = align;
  context.textBaseline = "top";
  const left =
    align === "right" ? box.right : align === "left" ? box.left : (box.left + box.right) / 2;
  lines.forEach(({ text, font: lineFont, strong }, index) => {
    context.font = lineFont;
    haloText(
      context,
      theme.surface,
      strong ? theme.ink : theme.ink2,
      text,
      left,
      box.top + 2 + index * lineHeight,
    );
  });
  context.restore();
}

function haloText(
  context: CanvasRenderingContext2D,
  ground: string,
  colour: string,
  text: string,
  left: number,
  top: number,
): void {
  context.lineJoin = "round";
  context.lineWidth = halo;
  context.strokeStyle = ground;
  context.strokeText(text, left, top);
  context.fillStyle = colour;
  context.fillText(text, left, top);
}
