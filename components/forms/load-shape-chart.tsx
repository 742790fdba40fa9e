import { peakToMean, shapeLevels } from "@/lib/engine";
import { numberFull } from "@/lib/format";
import type { LoadShape } from "@/lib/schemas/load-shape";
import type { DayKind } from "./load-shape";

const width = 240;
const height = 72;
const barWidth = width / 24;

const dayWords: Record<DayKind, string> = { weekday: "Weekdays", weekend: "Weekends" };

/** 24 bars from zero, on one scale for both kinds of day; the dashed line is the average hour. */
export function LoadShapeChart({ shape }: { readonly shape: LoadShape }) {
  const top = Math.max(...shape.weekday, ...shape.weekend, 1);
  return (
    <figure className="grid grid-cols-1 gap-2 text-ink-3 text-xs">
      <div className="grid grid-cols-1 gap-x-5 gap-y-3 sm:grid-cols-2">
        <Day kind="weekday" factors={shape.weekday} top={top} />
        <Day kind="weekend" factors={shape.weekend} top={top} />
      </div>
      <figcaption>{shapeWords(shape)}</figcaption>
    </figure>
  );
}

function Day(props: {
  readonly kind: DayKind;
  readonly factors: readonly number[];
  readonly top: number;
}) {
  const { kind, factors, top } = props;
  const y = (level: number) => height - (level / top) * height;
  return (
    <div className="grid min-w-0 gap-1">
      <span>{dayWords[kind]}</span>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        className="h-[72px] w-full border-line-strong border-b"
        aria-hidden
      >
        {factors.map((level, hour) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: an hour is its place in the day
            key={hour}
            x={hour * barWidth + 1}
            width={barWidth - 2}
            y={y(level)}
            height={height - y(level)}
            className="fill-accent"
          />
        ))}
        <line
          x1="0"
          x2={width}
          y1={y(1)}
          y2={y(1)}
          className="stroke-ink-2"
          strokeDasharray="3 3"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <span className="flex justify-between" aria-hidden>
        {[0, 6, 12, 18, 24].map((hour) => (
          <span key={hour}>{hour}:00</span>
        ))}
      </span>
    </div>
  );
}

/** "Busiest at 10:00 on weekdays: 3.08 times the average hour, the dashed line." */
function shapeWords(shape: LoadShape): string {
  const levels = shapeLevels(shape);
  const peak = peakToMean(levels);
  const place = levels.indexOf(Math.max(...levels));
  if (levels.every((level) => level === levels[0])) return "The same at every hour.";
  const days = place < 24 ? "on weekdays" : "at weekends";
  return `Busiest at ${place % 24}:00 ${days}: ${numberFull(peak, 2)} times the average hour, the dashed line.`;
}
