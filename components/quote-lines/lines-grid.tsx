"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { clsx } from "clsx";
import { ArrowDown, ArrowUp } from "lucide-react";
import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from "react";
import type { LineGrouping } from "@/lib/schemas/quote-lines";
import type { LineRates } from "@/lib/views/quote-lines";
import type { GridColumn } from "./grid-columns";
import {
  afterKey,
  isWithin,
  type Place,
  rangeOf,
  type Selection,
  singleCell,
} from "./grid-selection";
import { cellId, LineRow, rowHeight } from "./line-row";
import type { Lines } from "./use-lines";

export type LinesGridProps = {
  readonly lines: Lines;
  readonly rates: LineRates;
  readonly group: LineGrouping | null;
  readonly columns: readonly GridColumn[];
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  readonly onCopy: () => void;
  readonly onOpen: (row: number) => void;
};

/** Rows in sight of however many there are; one stop of the Tab key, within which arrows move. */
export function LinesGrid(props: LinesGridProps) {
  const { lines, rates, group, columns, selection, onCopy } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: lines.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollPaddingStart: rowHeight,
  });
  const items = rows.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  const { count, want, query } = lines;
  useEffect(() => {
    if (count > 0) want(first, last);
  }, [first, last, count, want]);
  useTopOf(scroller, query);
  const range = rangeOf(selection);
  const width = columns.reduce((all, column) => all + column.width, 0);
  const { active } = selection;
  return (
    <div ref={scroller} className="card h-[calc(100dvh-17rem)] min-h-80 scrolls-x overflow-y-auto">
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are gone through by keyboard is a grid
        role="grid"
        tabIndex={0}
        aria-label="Quote lines"
        aria-rowcount={lines.count + 1}
        aria-colcount={columns.length}
        aria-multiselectable
        aria-activedescendant={lines.count > 0 ? cellId(active.row, active.column) : undefined}
        onKeyDown={(event) =>
          press(event, props, (row) => rows.scrollToIndex(row), scroller.current)
        }
        onMouseDown={(event) => point(event, props, event.shiftKey)}
        onMouseMove={(event) => event.buttons === 1 && point(event, props, true)}
        onCopy={(event) => {
          event.preventDefault();
          onCopy();
        }}
        className="block select-none text-left text-sm"
        style={{ minWidth: width }}
      >
        <thead className="sticky top-0 z-[3] block">
          <Heads columns={columns} />
        </thead>
        <tbody className="relative block" style={{ height: rows.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const isIn = isWithin(index, range.rows);
            return (
              <LineRow
                key={index}
                {...{ index, columns, rates, group }}
                item={lines.itemAt(index)}
                top={start}
                active={active.row === index ? active.column : undefined}
                selectedFrom={isIn ? range.columns[0] : undefined}
                selectedTo={isIn ? range.columns[1] : undefined}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Other lines begin at their first. */
function useTopOf(scroller: React.RefObject<HTMLDivElement | null>, query: string) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each question anew
  useEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [query]);
}

function press(
  event: KeyboardEvent,
  { lines, columns, selection, onSelect, onOpen }: LinesGridProps,
  show: (row: number) => void,
  grid: HTMLElement | null,
): void {
  if (event.target !== event.currentTarget || lines.count === 0 || event.altKey) return;
  if (event.key === "Enter") {
    event.preventDefault();
    onOpen(selection.active.row);
    return;
  }
  const pageRows = Math.max(1, Math.floor((grid?.clientHeight ?? 0) / rowHeight) - 2);
  const next = afterKey(
    selection,
    { key: event.key, shift: event.shiftKey, far: event.ctrlKey || event.metaKey },
    { rows: lines.count, columns: columns.length, pageRows },
  );
  if (!next) return;
  event.preventDefault();
  onSelect(next);
  show(next.active.row);
  if (grid) showColumn(grid, columns, next.active.column);
}

/** What is pinned covers what scrolls under it. */
function showColumn(grid: HTMLElement, columns: readonly GridColumn[], place: number): void {
  const column = columns[place];
  if (!column || column.pinnedAt !== undefined) return;
  const start = columns.slice(0, place).reduce((all, { width }) => all + width, 0);
  const covered = columns
    .filter(({ pinnedAt }) => pinnedAt !== undefined)
    .reduce((all, { width }) => all + width, 0);
  if (start - covered < grid.scrollLeft) grid.scrollLeft = start - covered;
  else if (start + column.width > grid.scrollLeft + grid.clientWidth)
    grid.scrollLeft = start + column.width - grid.clientWidth;
}

function point(event: MouseEvent, props: LinesGridProps, grows: boolean): void {
  const target = event.target as Element;
  const cell = target.closest<HTMLElement>("[data-row]");
  if (!cell || target.closest("a")) return;
  const active: Place = { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
  const { selection, onSelect, onOpen } = props;
  onSelect(grows ? { anchor: selection.anchor, active } : singleCell(active));
  if (event.type === "mousedown" && "group" in cell.dataset) onOpen(active.row);
}

function Heads({ columns }: { readonly columns: readonly GridColumn[] }) {
  return (
    <tr aria-rowindex={1} className="flex bg-sunken text-ink-3 text-xs">
      {columns.map(({ column, width, pinnedAt, sorted, toggleSort }, place) => {
        const Arrow = sorted === "desc" ? ArrowDown : ArrowUp;
        return (
          <th
            key={column.id}
            scope="col"
            aria-colindex={place + 1}
            aria-sort={sorted === "asc" ? "ascending" : sorted === "desc" ? "descending" : "none"}
            className={clsx(
              "flex shrink-0 items-center bg-sunken px-3 font-label",
              column.align === "right" && "justify-end",
              pinnedAt !== undefined && "z-[1] sm:sticky",
            )}
            style={{ width, height: rowHeight, ...(pinnedAt !== undefined && { left: pinnedAt }) }}
          >
            <button
              type="button"
              onClick={toggleSort}
              className="inline-flex min-h-6 items-center gap-1 truncate rounded-sm hover:text-ink"
            >
              {column.label}
              {sorted && <Arrow aria-hidden size={12} />}
            </button>
          </th>
        );
      })}
    </tr>
  );
}
