import type { Cell, Column, TableView } from "@/lib/views/types";
import { paperTextWidth } from "../paper-fonts";

export type ColumnRoom = { readonly index: number; readonly width: number };

export type TableParts = {
  /** Which columns stand beside each other: one group where all of them do. */
  readonly groups: readonly (readonly ColumnRoom[])[];
  /** Of the letters, in points. */
  readonly size: number;
};

/** The usual size first, then smaller ones, before a table is parted. */
const sizes = [8.5, 7.75, 7] as const;
export const cellGap = 10;
const widestLeft = 220;
const narrowestLeft = 44;
const widestRight = 130;
const markRoom = 12;
const sampled = 400;
const longestHead = 56;
const mostSpare = 24;

/**
 * All columns beside each other where there is room for them, words wrapping and letters smaller if need be;
 * else parts that each begin with the first column, so that nothing is cut off.
 */
export function tableParts(table: TableView, room: number): TableParts {
  for (const size of sizes) {
    const group = besideEachOther(table, room, size);
    if (group) return { groups: [group], size };
  }
  return { groups: inParts(table, room), size: sizes[0] };
}

/** As wide as each wants to be; else columns of words wrap, all to about as many lines. Null without room. */
function besideEachOther(
  table: TableView,
  room: number,
  size: number,
): readonly ColumnRoom[] | null {
  const wanted = table.columns.map((_, index) => wantedWidth(table, index, size));
  const toGroup = (widths: readonly number[]) => widths.map((width, index) => ({ index, width }));
  if (sumOf(wanted) <= room) return filled(toGroup(wanted), table.columns, room);
  const least = table.columns.map(({ align }, index) =>
    align === "left" ? leastWidth(table, index, size) : (wanted[index] ?? 0),
  );
  if (sumOf(least) > room) return null;
  const whole = table.columns.map(({ align }, index) =>
    align === "left" ? wholeWidth(table, index, size) : (wanted[index] ?? 0),
  );
  const widths = (lines: number) =>
    whole.map((width, at) => Math.max(least[at] ?? 0, width / lines));
  return toGroup(widths(linesIn(room, (lines) => sumOf(widths(lines)))));
}

const sumOf = (widths: readonly number[]) => widths.reduce((sum, one) => sum + one, 0);

const mostLines = 200;

/** As few as leave all columns within the room; a column of numbers keeps its width whatever it is. */
function linesIn(room: number, taken: (lines: number) => number): number {
  let [low, high] = [1, mostLines];
  for (let step = 0; step < 30; step += 1) {
    const lines = (low + high) / 2;
    if (taken(lines) > room) low = lines;
    else high = lines;
  }
  return high;
}

function inParts(table: TableView, room: number): readonly (readonly ColumnRoom[])[] {
  const wanted = table.columns.map((_, index) => wantedWidth(table, index, sizes[0]));
  const [first = 0, ...others] = wanted;
  const lead = Math.min(first, room * 0.5);
  const groups: ColumnRoom[][] = [];
  let left = 0;
  others.forEach((width, at) => {
    const needed = Math.min(width, room - lead);
    const fitting = left >= needed ? groups.at(-1) : undefined;
    const group = fitting ?? [{ index: 0, width: lead }];
    if (!fitting) {
      groups.push(group);
      left = room - lead;
    }
    group.push({ index: at + 1, width: needed });
    left -= needed;
  });
  if (groups.length === 0) return [[{ index: 0, width: room }]];
  return groups.map((group) => filled(group, table.columns, room));
}

function cellsOf({ rows, totals }: TableView, index: number): readonly Cell[] {
  const cells = rows.slice(0, sampled).flatMap((row) => row.cells[index] ?? []);
  const total = totals?.[index];
  return total ? [...cells, total] : cells;
}

/** Of its longest text on one line. */
const wholeWidth = (table: TableView, index: number, size: number) =>
  Math.max(0, ...cellsOf(table, index).map((cell) => widthOf(cell, size))) + cellGap;

function wantedWidth(table: TableView, index: number, size: number): number {
  const column = table.columns[index];
  if (!column) return 0;
  const texts = cellsOf(table, index).map((cell) => widthOf(cell, size));
  const head = headOf(column);
  const whole = paperTextWidth(head, size, 400) * 1.02;
  const heads = whole <= longestHead ? whole : longestWord(head, size);
  const [least, most] = column.align === "left" ? [narrowestLeft, widestLeft] : [0, widestRight];
  const gap = index === 0 ? 0 : cellGap;
  return Math.min(most, Math.max(least, heads, ...texts)) + gap;
}

/** No word of it is broken, as long as none is longer than a column may be. */
function leastWidth(table: TableView, index: number, size: number): number {
  const column = table.columns[index];
  const words = cellsOf(table, index).map(
    (cell) => longestWord(cell.text, size) * 1.03 + marksOf(cell),
  );
  const head = column ? longestWord(headOf(column), size) : 0;
  const gap = index === 0 ? 0 : cellGap;
  return Math.min(widestLeft, Math.max(narrowestLeft, head, ...words)) + gap;
}

/** Label and unit. */
export const headOf = ({ label, unit = "" }: Column) => [label, unit].filter(Boolean).join(", ");

const marksOf = ({ evidence, kind }: Cell) => (evidence ? markRoom : 0) + (kind ? 18 : 0);

function widthOf(cell: Cell, size: number): number {
  const mark = cell.mark === undefined ? "" : ` (${cell.mark})`;
  return paperTextWidth(`${cell.text}${mark}`.slice(0, 200), size, 600) + marksOf(cell);
}

function longestWord(text: string, size: number): number {
  const words = text.slice(0, 200).split(/\s+/);
  return Math.max(0, ...words.map((word) => paperTextWidth(word, size, 400) * 1.02));
}

/** What is left: some to each column of numbers, the rest to those of words. */
function filled(
  group: readonly ColumnRoom[],
  columns: readonly Column[],
  room: number,
): readonly ColumnRoom[] {
  const spare = Math.max(0, room - sumOf(group.map(({ width }) => width)));
  const words = group.filter(({ index }) => columns[index]?.align === "left");
  const numbers = group.length - words.length;
  const each = spare / group.length;
  const toNumber = words.length > 0 ? Math.min(mostSpare, each) : each;
  const toWord = (spare - toNumber * numbers) / Math.max(1, words.length);
  return group.map((one) => ({
    ...one,
    width: one.width + (words.includes(one) ? toWord : toNumber),
  }));
}
