"use client";

import {
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useLayoutEffect,
  useReducer,
  useRef,
  useState,
} from "react";
import type { ChartMark, ChartView, FigureRef } from "@/lib/views/types";
import type { ChartSource } from "./chart-source";
import { onThemeChange } from "./chart-theme";
import { createPainter, type Painter, xPositions } from "./painter";
import { readoutAt, readoutText } from "./readout";
import { ReadoutBox } from "./readout-box";
import { forgetTextWidths } from "./text-width";
import { type WhenSeen, whenSeen } from "./when-seen";

export type ChartCanvasProps = {
  readonly view: ChartView;
  /** Where the drawing follows steps that React does not see. */
  readonly source?: ChartSource | undefined;
  readonly height: number;
  readonly onOpen?: ((ref: FigureRef) => void) | undefined;
  /** The canvases from the ground up, for saving them as a picture. */
  readonly onCanvases?: ((canvases: readonly HTMLCanvasElement[]) => void) | undefined;
};

const markReach = 14;

/** Draws any ChartView. Arrow keys walk it month by month; the table beside it has every number. */
export function ChartCanvas({ view, source, height, onOpen, onCanvases }: ChartCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const ground = useRef<HTMLCanvasElement>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const { painter, width } = usePainter(
    { canvas, ground },
    { view, source, height, reads: pointed !== null },
  );
  const current = source?.latest() ?? view;
  const last = xPositions(current).length - 1;
  const shown = pointed === null ? null : Math.min(pointed, last);

  useEffect(() => {
    onCanvases?.([ground.current, canvas.current].filter((element) => element !== null));
    return () => onCanvases?.([]);
  }, [onCanvases]);
  useEffect(() => painter.current?.point(shown), [painter, shown]);

  const move = (event: PointerEvent) => {
    const left = canvas.current?.getBoundingClientRect().left ?? 0;
    setPointed(painter.current?.nearest(event.clientX - left) ?? null);
  };
  const press = (event: KeyboardEvent) => {
    const next = nextIndex(event, shown, last);
    if (next === undefined) return;
    event.preventDefault();
    setPointed(next);
  };
  const open = (event: PointerEvent) => {
    const mark = painter.current && nearestMark(painter.current, source?.latest() ?? view, event);
    if (mark?.opens) onOpen?.(mark.opens);
  };

  return (
    <div
      role="application"
      aria-roledescription="chart"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys walk it
      tabIndex={0}
      aria-label={`${view.title}. Arrow keys read the values; the table has them all.`}
      className="relative touch-pan-y rounded-sm"
      style={{ height }}
      onPointerMove={move}
      onPointerLeave={() => setPointed(null)}
      onPointerUp={open}
      onKeyDown={press}
      onBlur={() => setPointed(null)}
    >
      <canvas ref={ground} aria-hidden className="absolute inset-0" />
      <canvas ref={canvas} aria-hidden className="absolute inset-0" />
      <p aria-live="polite" className="sr-only">
        {shown !== null && readoutText(readoutAt(current, shown))}
      </p>
      {shown !== null && width > 0 && (
        <ReadoutBox
          readout={readoutAt(current, shown)}
          left={painter.current?.pixelOf(shown) ?? 0}
          width={width}
        />
      )}
    </div>
  );
}

type Painted = Pick<ChartCanvasProps, "view" | "source" | "height"> & {
  /** The box with the values is open, and has to follow too. */
  readonly reads: boolean;
};

type Canvases = Record<"canvas" | "ground", { readonly current: HTMLCanvasElement | null }>;

function usePainter({ canvas, ground }: Canvases, { view, source, height, reads }: Painted) {
  const painter = useRef<Painter | null>(null);
  const [width, setWidth] = useState(0);
  const [, readAgain] = useReducer((step: number) => step + 1, 0);
  const paint = useRef(() => {});
  const seen = useRef<WhenSeen | null>(null);

  useLayoutEffect(() => {
    const element = canvas.current;
    const box = element?.parentElement;
    if (!element || !box || !ground.current) return;
    const made = createPainter(element, ground.current);
    painter.current = made;
    const watch = whenSeen(element, () => paint.current());
    seen.current = watch;
    const observer = new ResizeObserver(() => setWidth(Math.floor(box.clientWidth)));
    observer.observe(box);
    setWidth(Math.floor(box.clientWidth));
    const retheme = () => made.retheme();
    const stop = onThemeChange(retheme);
    document.fonts?.ready.then(() => {
      forgetTextWidths();
      if (painter.current === made) made.retheme();
    });
    return () => {
      observer.disconnect();
      watch.stop();
      stop();
      made.destroy();
      painter.current = null;
    };
  }, [canvas, ground]);

  // Before paint, so that the answer and the picture of one slider step reach the screen together.
  useLayoutEffect(() => {
    if (width <= 0) return;
    paint.current = () => painter.current?.paint(source?.latest() ?? view, { width, height });
    seen.current?.ask();
    return source?.onStep(() => {
      seen.current?.ask();
      if (reads) readAgain();
    });
  }, [view, source, width, height, reads]);

  return { painter, width };
}

function nextIndex(event: KeyboardEvent, shown: number | null, last: number) {
  const from = shown ?? -1;
  const size = event.shiftKey ? 10 : 1;
  const clamp = (index: number) => Math.max(0, Math.min(last, index));
  switch (event.key) {
    case "ArrowRight":
    case "ArrowUp":
      return clamp(from + size);
    case "ArrowLeft":
    case "ArrowDown":
      return clamp(shown === null ? last : from - size);
    case "Home":
      return 0;
    case "End":
      return last;
    case "Escape":
      return shown === null ? undefined : null;
    default:
      return undefined;
  }
}

function nearestMark(
  painter: Painter,
  view: ChartView,
  event: PointerEvent,
): ChartMark | undefined {
  const box = event.currentTarget.getBoundingClientRect();
  const at = { x: event.clientX - box.left, y: event.clientY - box.top };
  const reached = view.marks
    .map((mark) => {
      const place = painter.place(mark);
      return { mark, distance: Math.hypot(place.x - at.x, place.y - at.y) };
    })
    .sort((a, b) => a.distance - b.distance)[0];
  return reached && reached.distance <= markReach ? reached.mark : undefined;
}
