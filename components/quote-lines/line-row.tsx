import { clsx } from "clsx";
import { ChevronDown, ChevronRight } from "lucide-react";
import Link from "next/link";
import { memo } from "react";
import { sumInOne } from "@/lib/engine";
import { counted } from "@/lib/format";
import type { LineGrouping, ListedLine } from "@/lib/schemas/quote-lines";
import { groupName, type LineRates, lineCell, sumText } from "@/lib/views/quote-lines";
import type { GridColumn } from "./grid-columns";
import type { GridItem } from "./use-lines";

export const rowHeight = 34;

export type LineRowProps = {
  readonly item: GridItem | undefined;
  readonly index: number;
  readonly top: number;
  readonly columns: readonly GridColumn[];
  readonly rates: LineRates;
  readonly group: LineGrouping | null;
  /** The column of the active cell, where it is in this row. */
  readonly active: number | undefined;
  readonly selectedFrom: number | undefined;
  readonly selectedTo: number | undefined;
};

export const cellId = (row: number, column: number) => `line-${row}-${column}`;

/** One row of the grid, whatever stands in it. */
export const LineRow = memo(function LineRow(props: LineRowProps) {
  const { item, index, top, columns } = props;
  return (
    <tr
      aria-rowindex={index + 2}
      className="group absolute top-0 left-0 flex w-full border-line border-b bg-surface text-sm"
      style={{ height: rowHeight, transform: `translateY(${top}px)` }}
    >
      {item?.kind === "group" ? (
        <GroupCells {...props} item={item} />
      ) : (
        columns.map((column, place) => (
          <LineCellBox
            key={column.column.id}
            {...{ column, place }}
            row={index}
            line={item?.line}
            rates={props.rates}
            isActive={props.active === place}
            isSelected={isBetween(place, props)}
          />
        ))
      )}
    </tr>
  );
});

const isBetween = (place: number, { selectedFrom, selectedTo }: LineRowProps) =>
  selectedFrom !== undefined &&
  selectedTo !== undefined &&
  place >= selectedFrom &&
  place <= selectedTo;

const box = "flex shrink-0 items-center px-3 whitespace-nowrap";
const activeRing = "outline-2 outline-accent -outline-offset-2";

type BoxProps = {
  readonly column: GridColumn;
  readonly place: number;
  readonly row: number;
  readonly line: ListedLine | undefined;
  readonly rates: LineRates;
  readonly isActive: boolean;
  readonly isSelected: boolean;
};

const pinned = (at: number | undefined) => (at === undefined ? {} : { left: at });

function LineCellBox({ column, place, row, line, rates, isActive, isSelected }: BoxProps) {
  const { id, align } = column.column;
  const cell = line && lineCell(line, id, rates);
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a cell of a grid can be selected
    <td
      id={cellId(row, place)}
      data-row={row}
      data-column={place}
      aria-colindex={place + 1}
      aria-selected={isSelected}
      className={clsx(
        box,
        align === "right" && "justify-end",
        column.pinnedAt !== undefined && "z-[1] sm:sticky",
        isSelected ? "bg-accent-soft" : "bg-surface group-hover:bg-canvas",
        isActive && activeRing,
        cell?.isLack && "text-ink-3",
      )}
      style={{ width: column.width, ...pinned(column.pinnedAt) }}
    >
      <span className={clsx("truncate", place === 0 && "font-label")} title={cell?.text}>
        {id === "quote" && line ? (
          <Link href={`/quotes/${line.quoteId}`} prefetch={false} tabIndex={-1} className="link">
            {cell?.text}
          </Link>
        ) : (
          (cell?.text ?? "\u2026")
        )}
      </span>
    </td>
  );
}

function GroupCells({
  item,
  index,
  columns,
  rates,
  group,
  active,
}: LineRowProps & { readonly item: Extract<GridItem, { kind: "group" }> }) {
  const Chevron = item.isOpen ? ChevronDown : ChevronRight;
  const sum = sumInOne(item.group.sums, rates.currency, rates.factors);
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a cell of a grid can be opened
    <td
      id={cellId(index, active ?? 0)}
      data-row={index}
      data-column={0}
      data-group
      aria-colindex={1}
      colSpan={columns.length}
      aria-expanded={item.isOpen}
      className={clsx(
        "flex w-full cursor-pointer items-center bg-sunken",
        active !== undefined && activeRing,
      )}
    >
      <span className="sticky left-0 flex items-center gap-2 px-3">
        <Chevron aria-hidden size={14} className="shrink-0 text-ink-3" />
        <span className="font-label">{group && groupName(group, item.group)}</span>
        <span className="text-ink-3">{counted(sum.lines, "line")}</span>
        <span>{sumText(sum, item.group.sums, rates)}</span>
      </span>
    </td>
  );
}
