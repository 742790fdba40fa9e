import { inOrder } from "@/components/ui/in-order";
import { labelSizes } from "@/lib/views/chart/frame";
import { markLineHeight, type PlacedText } from "@/lib/views/chart/place-mark-text";
import { markRadii, markReaches, markStroke, placedMarks } from "@/lib/views/chart/placed-marks";
import { stillTextWidth } from "@/lib/views/chart/still-width";
import type { StillParts } from "./still-axes";
import { StillLabel } from "./still-label";

/** The load mark where two lines cross, with what follows from it. */
export function StillMarks({ view, drawing, plot, narrow }: StillParts) {
  const placed = placedMarks(plot, { view, drawing, measure: stillTextWidth, narrow });
  return (
    <>
      {inOrder(placed, ({ text }) => (
        <g>{text && <MarkText text={text} />}</g>
      ))}
      {inOrder(placed, ({ mark: { x, y, rank } }) => (
        <LoadMark x={plot.x(x)} y={plot.y(y)} rank={rank} />
      ))}
    </>
  );
}

type LoadMarkProps = {
  readonly x: number;
  readonly y: number;
  readonly rank: keyof typeof markRadii;
};

function LoadMark({ x, y, rank }: LoadMarkProps) {
  const reach = markReaches[rank];
  return (
    <g stroke="var(--ll-ink)" strokeWidth={markStroke}>
      <circle cx={x} cy={y} r={markRadii[rank]} fill="var(--ll-surface)" />
      <path d={`M${x - reach} ${y}H${x + reach}`} />
    </g>
  );
}

function MarkText({ text: { lines, box, align, leader } }: { readonly text: PlacedText }) {
  const x = { left: box.left, right: box.right, center: (box.left + box.right) / 2 }[align];
  const anchor = { left: "start", right: "end", center: "middle" } as const;
  return (
    <>
      {leader && <path d={`M${leader.x} ${leader.fromY}V${leader.toY}`} stroke="var(--ll-ink-3)" />}
      <g paintOrder="stroke" stroke="var(--ll-surface)" strokeWidth="3" strokeLinejoin="round">
        {inOrder(
          lines.map((line, at) => ({ ...line, at })),
          ({ text, size, weight, strong, at }) => (
            <StillLabel
              x={x}
              y={box.top + 2 + size + at * markLineHeight}
              {...{ size, weight, anchor: anchor[align] }}
              fill={strong ? "var(--ll-ink)" : "var(--ll-ink-2)"}
            >
              {text}
            </StillLabel>
          ),
        )}
      </g>
    </>
  );
}

const levelReach = 0.45;
const [levelThickness, levelHalo] = [3, 2];

/** A level across each bar: in ink, with a ground around it that parts it from the bar. */
export function StillLevels({ view, plot: { x, y } }: StillParts) {
  const levels = (view.levels?.values ?? []).flatMap((value, at) =>
    value === null ? [] : [{ at, value }],
  );
  return inOrder(levels, ({ at, value }) => {
    const left = x(at - levelReach);
    const width = x(at + levelReach) - left;
    const top = y(value) - levelThickness / 2;
    return (
      <rect
        x={left}
        y={top}
        width={width}
        height={levelThickness}
        fill="var(--ll-ink)"
        stroke="var(--ll-surface)"
        strokeWidth={2 * levelHalo}
        paintOrder="stroke"
      />
    );
  });
}

const guideHeight = 34;

/** A dashed rule from the axis up, with its name: where the plan stands. */
export function StillGuides({ view, plot: { area, x } }: StillParts) {
  return inOrder(view.guides ?? [], ({ x: at, label }) => {
    const isRight = x(at) - area.left > stillTextWidth(label, labelSizes.tick, 450) + 12;
    return (
      <g>
        <path
          d={`M${x(at)} ${area.bottom}v${-guideHeight}`}
          stroke="var(--ll-ink-3)"
          strokeDasharray="2 2"
        />
        <StillLabel
          x={x(at) + (isRight ? -5 : 5)}
          y={area.bottom - 20}
          size={labelSizes.tick}
          fill="var(--ll-ink-2)"
          anchor={isRight ? "end" : "start"}
        >
          {label}
        </StillLabel>
      </g>
    );
  });
}
