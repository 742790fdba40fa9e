import { clsx } from "clsx";
import Link from "next/link";
import { moneyTick, withFormats } from "@/lib/format";
import { type TornadoScale, tornadoEnds, tornadoScale } from "@/lib/views/chart/tornado-scale";
import type { TornadoBar, TornadoView } from "@/lib/views/tornado";

const columns = "grid gap-x-4 md:grid-cols-[14rem_minmax(0,1fr)]";
/** Room beside the plot for the value of an input at a bar's end. */
const plot = "relative mx-[5.5rem] md:mx-28";

/** Bars from the base to both ends: grey for the low end, tide for the high. */
export function TornadoChart({ view }: { readonly view: TornadoView }) {
  const scale = tornadoScale(view);
  const zero = scale.ticks.includes(0);
  return (
    <div>
      <div aria-hidden className={columns}>
        <span className="max-md:hidden" />
        <div className={clsx(plot, "h-9 text-2xs text-ink-3")}>
          <span
            className="-translate-x-1/2 absolute top-0 whitespace-nowrap font-label text-ink text-xs"
            style={{ left: percentOf(scale.at(view.base.result)) }}
          >
            {view.base.text}
          </span>
          {scale.ticks.map((tick, nth) => (
            <span
              key={tick}
              className={clsx(
                "-translate-x-1/2 absolute bottom-0 whitespace-nowrap",
                nth % 2 === 1 && "max-md:hidden",
              )}
              style={{ left: percentOf(scale.at(tick)) }}
            >
              {withFormats(view.formats, () => moneyTick(tick, view.currency))}
            </span>
          ))}
        </div>
      </div>
      <ul>
        {view.bars.map((bar) => (
          <li
            key={bar.path}
            className={clsx(
              columns,
              "relative rounded-sm py-1 md:min-h-9",
              bar.href !== "" && "hover:bg-canvas",
            )}
          >
            <Name bar={bar} />
            <div aria-hidden className={clsx(plot, "min-h-6")}>
              {zero && <Rule at={scale.at(0)} className="bg-control" />}
              <Bar bar={bar} base={view.base.result} scale={scale} />
              <Rule at={scale.at(view.base.result)} className="w-0.5 bg-ink" />
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The whole row opens the input, where its reader has one; what the bar shows is said in words. */
function Name({ bar }: { readonly bar: TornadoBar }) {
  const words = (
    <>
      {bar.label}
      <span className="sr-only">: {bar.words}</span>
    </>
  );
  return (
    <div className="min-w-0 self-center text-sm">
      {bar.href === "" ? (
        <p className="line-clamp-2 font-label">{words}</p>
      ) : (
        <Link
          href={bar.href}
          title={bar.label}
          className="line-clamp-2 font-label after:absolute after:inset-0 hover:text-accent"
        >
          {words}
        </Link>
      )}
      {bar.assumedRange && <p className="text-2xs text-ink-3">{bar.assumedRange}</p>}
    </div>
  );
}

function Rule({ at, className }: { readonly at: number; readonly className: string }) {
  return (
    <span className={clsx("-inset-y-1 absolute w-px", className)} style={{ left: percentOf(at) }} />
  );
}

type BarProps = { readonly bar: TornadoBar; readonly base: number; readonly scale: TornadoScale };

function Bar({ bar, base, scale }: BarProps) {
  const { low, high, lowIsLeft, sameSide, lowWordsAt, highWordsAt } = tornadoEnds(bar, base);
  return (
    <>
      <Stretch from={base} to={low} scale={scale} className="bg-ink-3" />
      <Stretch
        from={base}
        to={high}
        scale={scale}
        className={clsx("bg-accent", sameSide && "mt-1")}
      />
      <End at={lowWordsAt} left={lowIsLeft} scale={scale} end={bar.low} />
      <End at={highWordsAt} left={!lowIsLeft} scale={scale} end={bar.high} />
    </>
  );
}

function Stretch({
  from,
  to,
  scale,
  className,
}: {
  readonly from: number;
  readonly to: number;
  readonly scale: TornadoScale;
  readonly className: string;
}) {
  const [left, right] = [scale.at(Math.min(from, to)), scale.at(Math.max(from, to))];
  return (
    <span
      className={clsx(
        "-translate-y-1/2 absolute top-1/2 h-3 forced-colors:bg-[CanvasText]",
        className,
      )}
      style={{ left: percentOf(left), width: percentOf(right - left) }}
    />
  );
}

function End({
  at,
  left,
  scale,
  end,
}: {
  readonly at: number;
  readonly left: boolean;
  readonly scale: TornadoScale;
  readonly end: TornadoBar["low"];
}) {
  return (
    <span
      className={clsx(
        "-translate-y-1/2 absolute top-1/2 w-max px-1 text-2xs md:whitespace-nowrap md:px-1.5",
        "max-md:max-w-24 max-md:leading-3",
        left && "-translate-x-full text-right",
        end.result === null ? "text-warn" : "text-ink-2",
      )}
      style={{ left: percentOf(scale.at(at)) }}
    >
      {end.result === null ? `${end.text}: not ranked` : end.text}
    </span>
  );
}

const percentOf = (share: number) => `${100 * share}%`;
