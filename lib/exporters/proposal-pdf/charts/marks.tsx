import { Circle, G, Line, Rect } from "@react-pdf/renderer";
import { markLineHeight, type PlacedText } from "@/lib/views/chart/place-mark-text";
import { markRadii, markReaches, markStroke, placedMarks } from "@/lib/views/chart/placed-marks";
import { paperColours } from "../../paper-colours";
import { paperTextWidth } from "../../paper-fonts";
import type { DrawingParts } from "./axes";
import { Label } from "./label";

/** The load mark where two lines cross, with what follows from it. */
export function Marks({ view, drawing, plot }: DrawingParts) {
  const placed = placedMarks(plot, { view, drawing, measure: paperTextWidth, narrow: false });
  return (
    <G>
      {placed.map(({ mark, text }) => text && <MarkText key={mark.id} text={text} />)}
      {placed.map(({ mark }) => (
        <LoadMark key={mark.id} x={plot.x(mark.x)} y={plot.y(mark.y)} rank={mark.rank} />
      ))}
    </G>
  );
}

type LoadMarkProps = {
  readonly x: number;
  readonly y: number;
  readonly rank: keyof typeof markRadii;
};

export function LoadMark({ x, y, rank }: LoadMarkProps) {
  const stroke = { stroke: paperColours.ink, strokeWidth: markStroke };
  const reach = markReaches[rank];
  return (
    <G>
      <Circle cx={x} cy={y} r={markRadii[rank]} fill={paperColours.surface} {...stroke} />
      <Line x1={x - reach} x2={x + reach} y1={y} y2={y} {...stroke} />
    </G>
  );
}

/** The ground under a text hides the hairlines behind it; no line runs there. */
function MarkText({ text: { lines, box, align, leader } }: { readonly text: PlacedText }) {
  const { left, right, top } = box;
  const x = align === "right" ? right : align === "left" ? left : (left + right) / 2;
  const anchor = align === "right" ? "end" : align === "left" ? "start" : "middle";
  return (
    <G>
      <Rect
        x={left - 2}
        y={top}
        width={right - left + 4}
        height={box.bottom - top}
        fill={paperColours.surface}
      />
      {leader && (
        <Line
          x1={leader.x}
          x2={leader.x}
          y1={leader.fromY}
          y2={leader.toY}
          stroke={paperColours["ink-3"]}
          strokeWidth={1}
        />
      )}
      {lines.map(({ text, size, weight, strong }, index) => (
        <Label
          key={text}
          x={x}
          y={top + 2 + size + index * markLineHeight}
          size={size}
          weight={weight}
          fill={strong ? paperColours.ink : paperColours["ink-2"]}
          anchor={anchor}
        >
          {text}
        </Label>
      ))}
    </G>
  );
}
