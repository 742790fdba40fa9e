"use client";

import { clsx } from "clsx";
import { type KeyboardEvent, type PointerEvent, useId, useMemo, useRef, useState } from "react";
import type { AxisView } from "@/lib/views/map-axis";
import type { MapArea, MapView } from "@/lib/views/winner-map";
import { hueOf } from "./hues";

type Cell = { readonly column: number; readonly row: number };
type Props = { readonly view: MapView; readonly axes: readonly [x: AxisView, y: AxisView] };

const percentOf = (share: number) => `${100 * share}%`;

/** Cells in the winner's soft hue, ink edges as the engine found them, names in place. Arrow keys read it. */
export function MapDrawing({ view, axes }: Props) {
  const [x, y] = axes;
  const [cell, setCell] = useState<Cell | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const point = ({ clientX, clientY }: PointerEvent) => {
    const bounds = box.current?.getBoundingClientRect();
    if (!bounds) return;
    setCell(
      clamped(view, {
        column: Math.floor(((clientX - bounds.left) / bounds.width) * view.columns),
        row: Math.floor((1 - (clientY - bounds.top) / bounds.height) * view.rows),
      }),
    );
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape" && cell) setCell(null);
    const next = nextCell(event, cell ?? startOf(view, axes));
    if (!next) return;
    event.preventDefault();
    setCell(clamped(view, next));
  };
  return (
    <div>
      <p className="mb-1 text-2xs text-ink-3">{y.unitLabel}</p>
      <div className="relative mb-5 ml-14">
        <Ticks axes={axes} />
        <div
          ref={box}
          role="application"
          aria-roledescription="map"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys walk it
          tabIndex={0}
          aria-label={`${view.title}. Arrow keys read the cells; the table has the crossings.`}
          className="relative h-[22rem] touch-pan-y overflow-hidden rounded-sm md:h-[26rem]"
          onPointerMove={point}
          onPointerLeave={() => setCell(null)}
          onKeyDown={press}
          onBlur={() => setCell(null)}
        >
          <Cells view={view} />
          {view.areas.map((area) => (
            <AreaName key={area.id} area={area} view={view} axes={axes} />
          ))}
          {x.todayAt !== null && y.todayAt !== null && <Today x={x.todayAt} y={y.todayAt} />}
          {cell && <Cursor cell={cell} view={view} />}
        </div>
      </div>
      <p className="text-center text-2xs text-ink-3">{x.unitLabel}</p>
      <p aria-live="polite" className="mt-2 min-h-5 text-ink-2 text-sm">
        {cell ? view.cellText(cell.column, cell.row) : <Shares areas={view.areas} />}
      </p>
    </div>
  );
}

function Shares({ areas }: { readonly areas: readonly MapArea[] }) {
  return (
    <span className="flex flex-wrap gap-x-4">
      {areas.map(({ id, name, style, share }) => (
        <span key={id}>
          <span className={clsx("font-label", hueOf(style).text)}>{name}</span> {share} of the map
        </span>
      ))}
    </span>
  );
}

function Ticks({ axes: [x, y] }: Pick<Props, "axes">) {
  return (
    <div aria-hidden className="text-2xs text-ink-3">
      {x.ticks.map(({ at, label }, nth) => (
        <span
          key={label}
          className={clsx(
            "-bottom-5 -translate-x-1/2 absolute whitespace-nowrap",
            nth % 2 === 1 && x.ticks.length > 5 && "max-md:hidden",
          )}
          style={{ left: percentOf(at) }}
        >
          {label}
        </span>
      ))}
      {y.ticks.map(({ at, label }) => (
        <span
          key={label}
          className="-left-14 absolute w-12 translate-y-1/2 truncate text-right"
          style={{ bottom: percentOf(at) }}
        >
          {label}
        </span>
      ))}
    </div>
  );
}

/** Row 0 is the lowest value of y, at the bottom. */
function Cells({ view }: { readonly view: MapView }) {
  const hatch = useId();
  const { columns, rows } = view;
  const paths = useMemo(() => {
    const rects = (runs: MapArea["runs"]) =>
      runs
        .map(([column, row, length]) => `M${column} ${rows - row - 1}h${length}v1h${-length}z`)
        .join("");
    return {
      areas: view.areas.map(({ id, style, runs }) => ({ id, style, d: rects(runs) })),
      edges: view.edges
        .map(([x1, y1, x2, y2]) => `M${x1} ${rows - y1}L${x2} ${rows - y2}`)
        .join(""),
      unverified: rects(view.unverified),
    };
  }, [view, rows]);
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${columns} ${rows}`}
      preserveAspectRatio="none"
      className="absolute inset-0 size-full"
    >
      <defs>
        <pattern
          id={hatch}
          width="1"
          height="1"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="0.3" height="1" className="fill-ink-3 opacity-50" />
        </pattern>
      </defs>
      {paths.areas.map(({ id, style, d }) => (
        <path key={id} d={d} className={hueOf(style).soft} shapeRendering="crispEdges" />
      ))}
      <path d={paths.unverified} fill={`url(#${hatch})`} />
      <path
        d={paths.edges}
        className="fill-none stroke-ink"
        strokeWidth="1.5"
        strokeLinecap="square"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

/** In the middle of its widest part, where there is room; the line below names every area. */
function AreaName({ area, view, axes: [x, y] }: Props & { readonly area: MapArea }) {
  const { column, row, side } = area.place;
  if (side < 6) return null;
  const today = [(x.todayAt ?? 2) - column / view.columns, (y.todayAt ?? 2) - row / view.rows];
  const covers = Math.abs(today[0] ?? 2) < 0.3 && Math.abs(today[1] ?? 2) < 0.06;
  return (
    <span
      aria-hidden
      className={clsx(
        "-translate-x-1/2 pointer-events-none absolute translate-y-1/2 overflow-hidden text-ellipsis whitespace-nowrap text-center font-title text-sm",
        hueOf(area.style).text,
        covers && "mb-8",
      )}
      style={{
        left: percentOf(column / view.columns),
        bottom: percentOf(row / view.rows),
        maxWidth: percentOf(Math.max(side / view.columns, 0.3)),
      }}
    >
      <span className="rounded-sm bg-surface/80 px-1 max-md:hidden">{area.name}</span>
      <span className="rounded-sm bg-surface/80 px-1 md:hidden">{area.shortName}</span>
    </span>
  );
}

function Today({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <span
      aria-hidden
      className={clsx(
        "pointer-events-none absolute flex translate-y-1/2 items-center gap-1.5 whitespace-nowrap font-label text-ink text-xs",
        x > 0.8 ? "-translate-x-[calc(100%-5px)] flex-row-reverse" : "-translate-x-[5px]",
      )}
      style={{ left: percentOf(x), bottom: percentOf(y) }}
    >
      <span className="size-2.5 rounded-full bg-ink ring-2 ring-surface" />
      this plan
    </span>
  );
}

function Cursor({ cell, view }: { readonly cell: Cell; readonly view: MapView }) {
  return (
    <span
      aria-hidden
      className="pointer-events-none absolute border-2 border-accent"
      style={{
        left: percentOf(cell.column / view.columns),
        bottom: percentOf(cell.row / view.rows),
        width: `max(6px, ${percentOf(1 / view.columns)})`,
        height: `max(6px, ${percentOf(1 / view.rows)})`,
      }}
    />
  );
}

function startOf({ columns, rows }: MapView, [x, y]: Props["axes"]): Cell {
  return {
    column: Math.floor((x.todayAt ?? 0.5) * columns),
    row: Math.floor((y.todayAt ?? 0.5) * rows),
  };
}

function clamped({ columns, rows }: MapView, { column, row }: Cell): Cell {
  return {
    column: Math.max(0, Math.min(columns - 1, column)),
    row: Math.max(0, Math.min(rows - 1, row)),
  };
}

function nextCell({ key, shiftKey }: KeyboardEvent, { column, row }: Cell): Cell | null {
  const step = shiftKey ? 8 : 1;
  switch (key) {
    case "ArrowRight":
      return { column: column + step, row };
    case "ArrowLeft":
      return { column: column - step, row };
    case "ArrowUp":
      return { column, row: row + step };
    case "ArrowDown":
      return { column, row: row - step };
    default:
      return null;
  }
}
