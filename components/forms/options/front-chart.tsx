import { quantity } from "@/lib/format";
import { niceScale } from "@/lib/views/chart/nice-scale";
import type { FrontView } from "@/lib/views/throughput-front";

const height = 200;
const percent = (share: number) => `${share * 100}%`;

/** Measured points, the front through the best of them, and where the plan runs on it. */
export function FrontChart({ view }: { readonly view: FrontView }) {
  const { points, line, chosen, target } = view;
  const scaleOf = (values: readonly number[]) =>
    niceScale(0, Math.max(...values), { fromZero: true, atMost: 4 });
  const xs = scaleOf([...points, ...(target ? [target] : [])].map(({ x }) => x));
  const ys = scaleOf(points.map(({ y }) => y));
  const x = (value: number) => percent(value / xs.max);
  const y = (value: number) => percent(1 - value / ys.max);
  return (
    <figure className="grid grid-cols-1 gap-1 text-2xs text-ink-3">
      <figcaption>{view.yLabel}</figcaption>
      <div className="relative mt-4 mr-2 ml-12" style={{ height }} aria-hidden>
        <svg width="100%" height="100%" className="overflow-visible" aria-hidden>
          {ys.ticks.map((at) => (
            <g key={at}>
              <line
                x1="0"
                x2="100%"
                y1={y(at)}
                y2={y(at)}
                className={at === 0 ? "stroke-line-strong" : "stroke-line"}
              />
              <text x="-8" y={y(at)} dy="0.35em" textAnchor="end" className="fill-ink-3">
                {quantity(at)}
              </text>
            </g>
          ))}
          {xs.ticks.map((at) => (
            <text key={at} x={x(at)} y="100%" dy="1.4em" textAnchor="middle" className="fill-ink-3">
              {quantity(at)}
            </text>
          ))}
          {target && (
            <Target at={x(target.x)} label={target.label} isRight={target.x > xs.max / 2} />
          )}
          {line.slice(1).map((to, index) => {
            const from = line[index] ?? to;
            return (
              <line
                key={to.x}
                x1={x(from.x)}
                x2={x(to.x)}
                y1={y(from.y)}
                y2={y(to.y)}
                className="stroke-accent"
                strokeWidth="1.5"
              />
            );
          })}
          {points.map((point) => (
            <circle
              key={`${point.x} ${point.y}`}
              cx={x(point.x)}
              cy={y(point.y)}
              r="3"
              className={point.isEfficient ? "fill-accent" : "fill-surface stroke-ink-3"}
            />
          ))}
          {chosen && (
            <Chosen
              at={[x(chosen.x), y(chosen.y)]}
              label={chosen.label}
              isRight={chosen.x > xs.max * farRight}
            />
          )}
        </svg>
      </div>
      <p className="mt-5 mr-2 text-right">{view.xLabel}</p>
    </figure>
  );
}

/** Past it a label has no room to the right. */
const farRight = 0.75;

/** Named on the side of the front on which nothing is drawn: above it, or at its right end below. */
function Chosen(props: {
  readonly at: readonly [x: string, y: string];
  readonly label: string;
  readonly isRight: boolean;
}) {
  const { at, label, isRight } = props;
  const [x, y] = at;
  return (
    <>
      <circle cx={x} cy={y} r="6" className="fill-surface stroke-ink" strokeWidth="2" />
      <text
        x={x}
        y={y}
        dx={isRight ? -10 : 10}
        dy={isRight ? "1.2em" : "-0.5em"}
        textAnchor={isRight ? "end" : "start"}
        className="fill-ink font-label text-xs"
      >
        {label}
      </text>
    </>
  );
}

function Target(props: { readonly at: string; readonly label: string; readonly isRight: boolean }) {
  const { at, label, isRight } = props;
  return (
    <>
      <line x1={at} x2={at} y1="0" y2="100%" className="stroke-ink-3" strokeDasharray="3 3" />
      <text
        x={at}
        y="100%"
        dx={isRight ? -5 : 5}
        dy="-0.5em"
        textAnchor={isRight ? "end" : "start"}
        className="fill-ink-3"
      >
        {label}
      </text>
    </>
  );
}
