import { clsx } from "clsx";
import Link from "next/link";
import { EvidenceMark } from "@/components/ui/evidence-mark";
import { ratioText } from "@/lib/format";
import type { IcebergView } from "@/lib/views/iceberg";
import { halfWidth, icebergLayout, type PlacedBlock } from "./iceberg-layout";

/** The ice takes this share of the width, its words the rest. */
const ice = "left-8 w-[34%] md:left-12 md:w-[42%]";
const words = "left-[calc(34%+3rem)] md:left-[calc(42%+5rem)]";

/** The load mark is the waterline: the price of the hour above it, what makes tokens of it below. */
export function IcebergDrawing({ view }: { readonly view: IcebergView }) {
  const layout = icebergLayout(view);
  const { tipHeight, depth, room, placed, ticks } = layout;
  return (
    <div className="-mx-4 md:-mx-5">
      <div className="relative" style={{ height: Math.max(tipHeight + 12, 72) }}>
        <div
          className={clsx("absolute bottom-0 grid place-items-center bg-ink-3", ice)}
          style={{ height: tipHeight, clipPath: outline(-1, 0) }}
        >
          <span className="font-title text-on-ink text-sm">
            {view.tipFactor !== null && view.tip.factorText}
          </span>
        </div>
        <div className={clsx("absolute right-4 bottom-6", words)}>
          <p className="font-title text-sm">{view.tip.label}</p>
          <p className="text-ink-3 text-xs">
            {view.tip.evidence && <EvidenceMark evidence={view.tip.evidence} className="mr-1" />}
            {view.tipFactor === null && `${view.tip.factorText}: `}
            {view.tip.detail}
          </p>
        </div>
      </div>
      <Waterline words={view.words} />
      <div className="relative bg-accent-soft/55" style={{ height: room + 12 }}>
        <div aria-hidden className="absolute inset-y-0 left-0 w-8 md:w-12">
          {ticks.map(({ factor, at }) => (
            <span
              key={factor}
              className="-translate-y-1/2 absolute right-1.5 text-2xs text-ink-3"
              style={{ top: at }}
            >
              {ratioText(factor)}
            </span>
          ))}
        </div>
        {placed.length === 0 && (
          <p className={clsx("absolute top-6 right-4 text-ink-2 text-sm", words)}>
            {view.words.alike}
          </p>
        )}
        <ol>
          {placed.map((one, nth) => (
            <Block key={one.block.id} one={one} nth={nth} depth={depth} />
          ))}
        </ol>
      </div>
    </div>
  );
}

function Waterline({ words: { above, below } }: { readonly words: IcebergView["words"] }) {
  return (
    <div aria-hidden className="relative h-0 border-ink border-t-2">
      <span className="-top-2.5 absolute left-2 size-[18px] rounded-full border-2 border-ink bg-surface" />
      <span className="absolute right-4 bottom-1 text-2xs text-ink-3">{above}</span>
      <span className="absolute top-1 right-4 text-2xs text-ink-3">{below}</span>
    </div>
  );
}

const fills = [
  "bg-accent text-on-accent",
  "bg-accent/90 text-on-accent",
  "bg-accent/80 text-on-accent",
  "bg-accent/60 text-ink",
  "bg-accent/50 text-ink",
  "bg-accent/40 text-ink",
];
const textRoom = 18;

function Block({
  one: { block, top, height, wordsAt },
  nth,
  depth,
}: {
  readonly one: PlacedBlock;
  readonly nth: number;
  readonly depth: number;
}) {
  const takes = block.factor < 1;
  const fill = takes ? "takes-tokens text-ink" : (fills[nth] ?? fills.at(-1));
  return (
    <li>
      <div
        aria-hidden
        className={clsx("absolute grid place-items-center border-surface border-b", ice, fill)}
        style={{ top, height, clipPath: outline(top / depth, (top + height) / depth) }}
      >
        {height >= textRoom && <span className="font-title text-sm">{block.factorText}</span>}
      </div>
      <Leader from={top + height / 2} to={wordsAt} />
      <div className={clsx("-translate-y-1/2 absolute right-4", words)} style={{ top: wordsAt }}>
        <p className="font-label text-sm">
          {block.href ? (
            <Link href={block.href} className="hover:text-accent">
              {block.label}
            </Link>
          ) : (
            block.label
          )}
          <span className={clsx("ml-1.5 text-ink-2", height >= textRoom && "sr-only")}>
            {block.factorText}
          </span>
        </p>
        <p className="text-ink-3 text-xs">
          {block.evidence && <EvidenceMark evidence={block.evidence} className="mr-1" />}
          {block.evidence && `${block.evidence}; `}
          {block.without}
        </p>
      </div>
    </li>
  );
}

/** From the ice to its words, bent where the words had to move. */
function Leader({ from, to }: { readonly from: number; readonly to: number }) {
  const top = Math.min(from, to);
  return (
    <svg
      aria-hidden="true"
      className="pointer-events-none absolute left-[calc(34%+1rem)] w-7 overflow-visible md:left-[calc(42%+2rem)] md:w-10"
      style={{ top, height: Math.max(1, Math.abs(to - from)) }}
      preserveAspectRatio="none"
      viewBox={`0 0 40 ${Math.max(1, Math.abs(to - from))}`}
    >
      <path
        d={`M0 ${from - top}L20 ${to - top}H40`}
        className="stroke-control"
        fill="none"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

/** The outline of the ice between two shares of its depth. */
function outline(from: number, to: number): string {
  const steps = Array.from({ length: 7 }, (_, index) => index / 6);
  const side = (sign: 1 | -1) =>
    steps.map((step) => {
      const half = halfWidth(from + (to - from) * step) * 50;
      return `${50 + sign * half}% ${step * 100}%`;
    });
  return `polygon(${[...side(-1), ...side(1).toReversed()].join(",")})`;
}
