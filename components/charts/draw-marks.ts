import { labelSizes } from "@/lib/views/chart/frame";
import { markLineHeight, type PlacedText } from "@/lib/views/chart/place-mark-text";
import { markRadii, markReaches, markStroke, placedMarks } from "@/lib/views/chart/placed-marks";
import type { Annotation, Plot } from "./annotations";
import { font, measureWith } from "./text-width";

const halo = 4;

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
  const { theme } = annotation;
  const measure = measureWith(context, theme.fontFamily);
  const placed = placedMarks(plot, { ...annotation, measure });
  for (const { text } of placed) if (text) drawText(plot, annotation, text);
  for (const { mark } of placed) {
    const { rank } = mark;
    const [left, top] = [x(mark.x), y(mark.y)];
    context.strokeStyle = theme.ink;
    context.fillStyle = theme.surface;
    context.lineWidth = markStroke;
    context.beginPath();
    context.arc(left, top, markRadii[rank], 0, Math.PI * 2);
    context.fill();
    context.stroke();
    context.beginPath();
    context.moveTo(left - markReaches[rank], top);
    context.lineTo(left + markReaches[rank], top);
    context.stroke();
  }
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
  lines.forEach(({ text, size, weight, strong }, index) => {
    context.font = font(theme.fontFamily, size, weight);
    haloText(
      context,
      theme.surface,
      strong ? theme.ink : theme.ink2,
      text,
      left,
      box.top + 2 + index * markLineHeight,
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
