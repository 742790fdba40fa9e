import { clsx } from "clsx";
import Link from "next/link";
import type { CSSProperties } from "react";
import { EvidenceMark } from "@/components/ui/evidence-mark";
import { numberFull } from "@/lib/format";
import type { IcebergBlock, IcebergView } from "@/lib/views/iceberg";
import { halfWidth, icebergLayout, type PlacedBlock } from "./iceberg-layout";

/** On a phone the ice has the width to itself, and its words stand below it under their numbers. */
const ice = "right-4 left-10 md:right-auto md:left-12 md:w-[42%]";
const words = "md:left-[calc(42%+5rem)]";
/** From the ice to its words: where both end on the right, and what a share of the ice is wide. */
const iceLeftRem = 3;
const iceWidthPercent = 42;
const gapRem = 1.5;

/** The load mark is the waterline: the price of the hour above it, what makes tokens of it below. */
export function IcebergDrawing({ view }: { readonly view: IcebergView }) {
  const layout = icebergLayout(view);
  const { depth, room, placed, ticks } = layout;
  return (
    <div className="-mx-4 md:-mx-5">
      <Tip view={view} height={layout.tipHeight} />
      <Waterline words={view.words} />
      <div
        className="relative bg-accent-soft/55 pb-3 md:h-(--room) md:pb-0"
        style={{ "--room": `${room + 12}px` } as CSSProperties}
      >
        <div aria-hidden className="relative md:absolute md:inset-0" style={{ height: depth }}>
          {ticks.map(({ factor, at }) => (
            <span
              key={factor}
              className="-translate-y-1/2 absolute left-0 w-8 text-right text-2xs text-ink-3 md:w-11"
              style={{ top: at }}
            >
              {numberFull(factor)}x
            </span>
          ))}
          {placed.map((one, nth) => (
            <Ice key={one.block.id} one={one} nth={nth} depth={depth} />
          ))}
        </div>
        {placed.length === 0 && (
          <p className={clsx("px-4 py-3 text-ink-2 text-sm md:absolute md:top-5 md:px-0", words)}>
            {view.words.alike}
          </p>
        )}
        <ol className="max-md:grid max-md:gap-1 max-md:px-4 max-md:pt-3">
          {placed.map((one, nth) => (
            <Words key={one.block.id} one={one} nth={nth} />
          ))}
        </ol>
      </div>
    </div>
  );
}

/** As high as its factor, or as its words need. */
function Tip({ view, height }: { readonly view: IcebergView; readonly height: number }) {
  const { tip, tipFactor } = view;
  return (
    <div
      className="relative flex flex-col justify-end md:min-h-(--tip)"
      style={{ "--tip": `${height + 12}px` } as CSSProperties}
    >
      <div className={clsx("px-4 pb-3 md:absolute md:right-4 md:bottom-6 md:p-0", words)}>
        <p className="font-title text-sm">{tip.label}</p>
        <p className="text-ink-3 text-xs">
          {tip.evidence && <EvidenceMark evidence={tip.evidence} className="mr-1" />}
          {tipFactor === null && `${tip.factorText}: `}
          {tip.detail}
        </p>
      </div>
      <div aria-hidden className="relative md:absolute md:inset-x-0 md:bottom-0" style={{ height }}>
        <div
          className={clsx("absolute inset-y-0 grid place-items-center bg-ink-3", ice)}
          style={{ clipPath: outline(-1, 0) }}
        >
          <span className="font-title text-on-ink text-sm">
            {tipFactor !== null && tip.factorText}
          </span>
        </div>
      </div>
    </div>
  );
}

function Waterline({ words: { above, below } }: { readonly words: IcebergView["words"] }) {
  return (
    <div aria-hidden className="relative z-1 h-0 border-ink border-t-2">
      <span className="-top-2.5 absolute left-2 size-[18px] rounded-full border-2 border-ink bg-surface" />
      <span className="absolute right-4 bottom-1 text-2xs text-ink-3 max-md:hidden">{above}</span>
      <span className="absolute top-1 right-4 text-2xs text-ink-3 max-md:hidden">{below}</span>
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

function Ice({
  one: { block, top, height },
  nth,
  depth,
}: {
  readonly one: PlacedBlock;
  readonly nth: number;
  readonly depth: number;
}) {
  const fill = block.factor < 1 ? "takes-tokens text-ink" : (fills[nth] ?? fills.at(-1));
  return (
    <div
      className={clsx("absolute grid place-items-center border-surface border-b", ice, fill)}
      style={{ top, height, clipPath: outline(top / depth, (top + height) / depth) }}
    >
      {height >= textRoom && (
        <span className="font-title text-sm">
          <span className="md:hidden">{nth + 1}: </span>
          {block.factorText}
        </span>
      )}
    </div>
  );
}

function Words({
  one: { block, top, height, wordsAt, depthFraction },
  nth,
}: {
  readonly one: PlacedBlock;
  readonly nth: number;
}) {
  return (
    <li>
      <Leader from={top + height / 2} to={wordsAt} depthFraction={depthFraction} />
      <div
        className={clsx(
          "md:-translate-y-1/2 flex gap-2 md:absolute md:top-(--at) md:right-4",
          words,
        )}
        style={{ "--at": `${wordsAt}px` } as CSSProperties}
      >
        <span aria-hidden className="w-4 text-right text-ink-3 text-sm leading-6 md:hidden">
          {nth + 1}
        </span>
        <div className="min-w-0">
          <Name block={block} isDrawn={height >= textRoom} />
          <p className="text-ink-3 text-xs">
            {block.evidence && <EvidenceMark evidence={block.evidence} className="mr-1" />}
            {block.evidence && `${block.evidence}; `}
            {block.without}
          </p>
        </div>
      </div>
    </li>
  );
}

/** The factor too, where the ice is too thin to say it, and on a phone. */
function Name({ block, isDrawn }: { readonly block: IcebergBlock; readonly isDrawn: boolean }) {
  const { label, href, factorText } = block;
  return (
    <p className="flex min-h-6 items-center gap-1.5 font-label text-sm">
      {href ? (
        <Link
          href={href}
          className="inline-flex min-h-6 items-center hover:text-accent pointer-coarse:min-h-11"
        >
          {label}
        </Link>
      ) : (
        label
      )}
      <span className={clsx("text-ink-2", isDrawn && "md:sr-only")}>{factorText}</span>
    </p>
  );
}

/** From the ice to its words, bent where the words had to move. */
function Leader({
  from,
  to,
  depthFraction,
}: {
  readonly from: number;
  readonly to: number;
  readonly depthFraction: number;
}) {
  const top = Math.min(from, to);
  const height = Math.max(1, Math.abs(to - from));
  const edge = (1 + halfWidth(depthFraction)) / 2;
  return (
    <svg
      aria-hidden="true"
      className="pointer-events-none absolute overflow-visible max-md:hidden"
      style={{
        top,
        height,
        left: `calc(${iceLeftRem}rem + ${iceWidthPercent * edge}%)`,
        width: `calc(${iceWidthPercent * (1 - edge)}% + ${gapRem}rem)`,
      }}
      preserveAspectRatio="none"
      viewBox={`0 0 100 ${height}`}
    >
      <path
        d={`M0 ${from - top}L70 ${to - top}H100`}
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
