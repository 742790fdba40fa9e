import { clsx } from "clsx";
import Link from "next/link";
import { memo } from "react";
import { EvidenceMark } from "@/components/ui/evidence-mark";
import { Pill } from "@/components/ui/pill";
import type { Cell, Column, FigureRef } from "@/lib/views/types";

/** Stays in sight while the others scroll. */
export const firstColumn = "sticky left-0 border-r border-r-line-strong";

/** Wraps on a phone, where the first column would leave no room for another. */
const longName = 20;
/** Wraps everywhere, so that it pushes no column out of sight. */
const sentence = 40;

/** Room in which what wraps stays a few lines high; a figure's note leaves room for the next figure. */
function roomFor({ text, note = "" }: Cell, isFigure: boolean): string {
  const length = Math.max(text.length, note.length);
  if (length <= sentence) return "whitespace-nowrap";
  const width =
    length <= 1.5 * sentence
      ? "min-w-40"
      : length <= 2.5 * sentence || isFigure
        ? "min-w-56"
        : "min-w-[31.5rem]";
  return `${width} max-sm:min-w-0`;
}

type BodyCellProps = {
  readonly cell: Cell;
  readonly align: Column["align"] | undefined;
  readonly first: boolean;
  readonly onOpen: ((ref: FigureRef) => void) | undefined;
};

/** One figure or word; it opens what it is made of where there is more to see. */
export const BodyCell = memo(function BodyCell({ cell, align, first, onOpen }: BodyCellProps) {
  const { opens } = cell;
  const text = (
    <>
      {cell.href ? (
        <Link
          href={cell.href}
          scroll={false}
          className="inline-flex min-h-6 items-center hover:underline pointer-coarse:min-h-11"
        >
          {cell.text}
        </Link>
      ) : (
        cell.text
      )}
      {cell.mark && (
        <span className={first ? "block" : "ml-2 max-sm:ml-0"}>
          <Pill tone="accent">{cell.mark}</Pill>
        </span>
      )}
      {cell.evidence && <EvidenceMark evidence={cell.evidence} className="ml-1.5" />}
      {cell.note && (
        <span
          className={clsx(
            "block max-w-[30rem] whitespace-normal font-text text-ink-3 text-xs",
            cell.note.length > sentence && "max-sm:hidden",
          )}
        >
          {cell.note}
        </span>
      )}
    </>
  );
  const className = clsx(
    "h-[34px] border-line border-b px-3 py-1.5 group-last:border-b-0",
    align === "right" ? "text-right" : "text-left",
    first ? `${firstColumn} z-[5] bg-surface font-label` : "group-hover:bg-sunken",
    roomFor(cell, align === "right"),
    cell.sort === null && "text-ink-3",
  );
  if (first) {
    return (
      <th
        scope="row"
        className={clsx(
          className,
          "max-sm:max-w-[46vw] max-sm:whitespace-normal",
          cell.text.length > longName && "max-sm:min-w-[42vw]",
          cell.text.length > sentence && "min-w-56 max-w-72 whitespace-normal max-sm:min-w-[42vw]",
        )}
      >
        {text}
      </th>
    );
  }
  return (
    <td className={className}>
      {opens && onOpen ? (
        <button
          type="button"
          onClick={() => onOpen(opens)}
          className="min-h-6 rounded-sm hover:opens"
        >
          {text}
        </button>
      ) : (
        text
      )}
    </td>
  );
}, sameCell);

/** A slider step gives every cell anew: only one that reads otherwise is drawn again. */
function sameCell(before: BodyCellProps, after: BodyCellProps): boolean {
  return (
    before.cell.text === after.cell.text &&
    before.cell.note === after.cell.note &&
    before.cell.mark === after.cell.mark &&
    before.cell.href === after.cell.href &&
    before.cell.evidence === after.cell.evidence &&
    before.align === after.align &&
    before.onOpen === after.onOpen &&
    sameFigure(before.cell.opens, after.cell.opens)
  );
}

function sameFigure(a: FigureRef | undefined, b: FigureRef | undefined): boolean {
  if (a === b) return true;
  return (
    a?.optionId === b?.optionId &&
    a?.measure === b?.measure &&
    a?.fromMonth === b?.fromMonth &&
    a?.toMonth === b?.toMonth &&
    a?.lineId === b?.lineId
  );
}
