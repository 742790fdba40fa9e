import type PptxGenJS from "pptxgenjs";
import type { Cell, Column, TableView } from "@/lib/views/types";
import type { Slide } from "./deck-kit";
import { type Box, deckColours, deckFont, inches, lineHeight, placed } from "./deck-look";
import { deckLine, deckTextWidth, lineCount } from "./deck-text";

const sides = 9;
const above = 6;
const smallest = 9;
const widestWords = 260;
const longestText = 160;

export type TableRoom = {
  readonly size: number;
  readonly widths: readonly number[];
  readonly headHeight: number;
  readonly rowHeights: readonly number[];
};

/** How a table stands in a width: as large as all its columns allow, and no larger than told. */
export function tableRoom(table: TableView, width: number, largest: number): TableRoom {
  let size = largest;
  while (size > smallest && wantedWidths(table, size).reduce(sum, 0) > width) size -= 1;
  const widths = fitted(wantedWidths(table, size), table.columns, width);
  const high = (texts: readonly string[], isBold: boolean) =>
    Math.max(
      ...texts.map((text, at) =>
        lineCount(text, { size, width: Math.max(20, (widths[at] ?? 0) - 2 * sides), isBold }),
      ),
      1,
    ) *
      size *
      lineHeight +
    2 * above;
  const rows = [...table.rows.map(({ cells }) => cells), ...(table.totals ? [table.totals] : [])];
  return {
    ...{ size, widths },
    headHeight: high(table.columns.map(headOf), true),
    rowHeights: rows.map((cells) => high(cells.map(cellText), cells.some(isBold))),
  };
}

const sum = (total: number, one: number) => total + one;
const isBold = ({ isStrong }: Cell) => isStrong === true;

const headOf = ({ label, unit }: Column) => deckLine(unit ? `${label}, ${unit}` : label, 60);

const cellText = ({ text, mark }: Cell) => {
  const line = deckLine(text, longestText);
  return mark === undefined ? line : `${line} (${deckLine(mark, 30)})`;
};

const sampled = 200;

function wantedWidths(table: TableView, size: number): readonly number[] {
  return table.columns.map((column, at) => {
    const cells = [...table.rows.slice(0, sampled).map(({ cells }) => cells), table.totals ?? []];
    const texts = cells.flatMap((row) => row[at] ?? []);
    const wide = Math.max(
      ...headOf(column)
        .split(" ")
        .map((word) => deckTextWidth(word, size, true)),
      ...texts.map((cell) => deckTextWidth(cellText(cell), size, isBold(cell))),
      24,
    );
    const most = column.align === "left" ? widestWords : 200;
    return Math.min(most, wide * 1.04) + 2 * sides;
  });
}

/** What is left goes to the columns of words; what is too much is taken from them. */
function fitted(
  wanted: readonly number[],
  columns: readonly Column[],
  width: number,
): readonly number[] {
  const all = wanted.reduce(sum, 0);
  const isWords = (at: number) => columns[at]?.align === "left";
  const words = wanted.filter((_, at) => isWords(at)).reduce(sum, 0);
  const left = width - all;
  if (left >= 0 || words <= 0) {
    return wanted.map((one) => one + (left * one) / all);
  }
  const kept = Math.max(words + left, words * 0.4);
  const scaled = wanted.map((one, at) => (isWords(at) ? (one * kept) / words : one));
  const over = scaled.reduce(sum, 0);
  return over > width ? scaled.map((one) => (one * width) / over) : scaled;
}

export const tableHeight = ({ headHeight, rowHeights }: TableRoom): number =>
  headHeight + rowHeights.reduce(sum, 0);

/** Where each slide's rows begin and end, the head repeated on each. */
export function tablePages(
  { headHeight, rowHeights }: TableRoom,
  height: number,
): readonly { readonly from: number; readonly to: number }[] {
  const pages: { from: number; to: number }[] = [];
  let left = 0;
  rowHeights.forEach((high, row) => {
    const page = pages.at(-1);
    if (page && high <= left) {
      page.to = row + 1;
      left -= high;
      return;
    }
    pages.push({ from: row, to: row + 1 });
    left = height - headHeight - high;
  });
  return pages;
}

type Shown = {
  readonly box: Box;
  readonly room: TableRoom;
  readonly from: number;
  readonly to: number;
};

/** Rows of a table, each cell a cell of a native one. */
export function addTable(slide: Slide, table: TableView, { box, room, from, to }: Shown): void {
  const all = [...table.rows.map(({ cells }) => cells), ...(table.totals ? [table.totals] : [])];
  const rows = all.slice(from, to);
  const look = { fontFace: deckFont, fontSize: room.size, valign: "middle" as const };
  const head = table.columns.map((column) => ({
    text: headOf(column),
    options: {
      ...{
        ...look,
        bold: true,
        color: deckColours.quiet,
        align: column.align,
        valign: "bottom" as const,
      },
      border: borders(deckColours.ink, 1),
    },
  }));
  const body = rows.map((cells, at) => {
    const isTotal = table.totals !== undefined && from + at === all.length - 1;
    return table.columns.map((column, place): PptxGenJS.TableCell => {
      const cell = cells[place];
      return {
        text: cell ? cellText(cell) : "",
        options: {
          ...{ ...look, bold: isTotal || (cell ? isBold(cell) : false), align: column.align },
          color: cell?.sort === null ? deckColours.quiet : deckColours.ink,
          border: borders(deckColours.line, 0.75),
        },
      };
    });
  });
  const { x, y } = placed(box);
  slide.addTable([head, ...body], {
    ...{ x, y, w: inches(room.widths.reduce(sum, 0)) },
    colW: room.widths.map(inches),
    rowH: [room.headHeight, ...room.rowHeights.slice(from, to)].map(inches),
    margin: [inches(above), inches(sides), inches(above), inches(sides)],
    objectName: deckLine(table.caption, 120),
  });
}

/** A rule under each row alone. */
function borders(color: string, pt: number): [Border, Border, Border, Border] {
  const none: Border = { type: "none" };
  return [none, none, { type: "solid", color, pt }, none];
}
type Border = PptxGenJS.BorderProps;
