import { clsx } from "clsx";
import { moneyTick } from "@/lib/format";
import { niceScale } from "@/lib/views/chart/nice-scale";
import type { BridgeBar, BridgeView } from "@/lib/views/cost-bridge";
import { hueOf } from "./hues";

type Props = { readonly view: BridgeView };

/** Ends in option hues, signed steps between them: columns, and rows where there is no room for them. */
export function BridgeChart({ view }: Props) {
  const words = view.bars.map(({ label, text }) => `${label} ${text}`).join(", ");
  return (
    <div role="img" aria-label={`${view.title}. ${words}.`}>
      <Columns view={view} />
      <Rows view={view} />
    </div>
  );
}

const tone = ({ tone: of }: BridgeBar) => {
  if (of === "saves") return "bg-good";
  return of === "adds" ? "bg-ink-3" : hueOf(of).bar;
};

const percentOf = (share: number) => `${100 * share}%`;

function scaleOf({ bars }: BridgeView) {
  const ends = bars.flatMap(({ from, to }) => [from, to]);
  const { min, max, ticks } = niceScale(Math.min(...ends), Math.max(...ends), {
    fromZero: true,
    atMost: 5,
  });
  return { at: (value: number) => (value - min) / (max - min), ticks };
}

function Columns({ view }: Props) {
  const { bars, currency } = view;
  const { at, ticks } = scaleOf(view);
  return (
    <div className="pl-12 max-md:hidden">
      <div className="relative mt-6 h-64">
        {ticks.map((tick) => (
          <div
            key={tick}
            className={clsx("absolute inset-x-0 h-px", tick === 0 ? "bg-control" : "bg-line")}
            style={{ bottom: percentOf(at(tick)) }}
          >
            <span className="-left-12 -translate-y-1/2 absolute w-10 text-right text-2xs text-ink-3">
              {moneyTick(tick, currency)}
            </span>
          </div>
        ))}
        <div className="absolute inset-0 flex">
          {bars.map((bar, nth) => (
            <div key={bar.id} className="relative min-w-0 flex-1">
              <span
                className={clsx("absolute inset-x-[18%] forced-colors:bg-[CanvasText]", tone(bar))}
                style={{
                  bottom: percentOf(at(Math.min(bar.from, bar.to))),
                  height: `max(2px, ${percentOf(Math.abs(at(bar.to) - at(bar.from)))})`,
                }}
              />
              {nth < bars.length - 1 && (
                <span
                  className="absolute left-[82%] h-px w-[36%] bg-ink-3"
                  style={{ bottom: percentOf(at(bar.to)) }}
                />
              )}
              <span
                className="absolute inset-x-0 mb-0.5 text-center font-label text-xs"
                style={{ bottom: percentOf(at(Math.max(bar.from, bar.to))) }}
              >
                {bar.text}
              </span>
            </div>
          ))}
        </div>
      </div>
      <div className="mt-1.5 flex">
        {bars.map(({ id, label }) => (
          <p
            key={id}
            className="min-w-0 flex-1 text-balance px-0.5 text-center text-2xs text-ink-2"
          >
            {label}
          </p>
        ))}
      </div>
    </div>
  );
}

function Rows({ view }: Props) {
  const { at } = scaleOf(view);
  return (
    <div className="grid gap-2 md:hidden">
      {view.bars.map((bar) => (
        <div key={bar.id}>
          <p className="flex items-baseline justify-between gap-2 text-xs">
            <span className="min-w-0 truncate">{bar.label}</span>
            <span className="font-label">{bar.text}</span>
          </p>
          <div className="relative mt-0.5 h-3 bg-sunken">
            <span
              className={clsx("absolute inset-y-0 forced-colors:bg-[CanvasText]", tone(bar))}
              style={{
                left: percentOf(at(Math.min(bar.from, bar.to))),
                width: `max(2px, ${percentOf(Math.abs(at(bar.to) - at(bar.from)))})`,
              }}
            />
          </div>
        </div>
      ))}
    </div>
  );
}
