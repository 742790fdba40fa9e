import type { Cell, Column, TableView } from "@/lib/views/types";
import { paperTextWidth } from "../paper-fonts";

export type ColumnRoom = { readonly index: number; readonly width: number };

export const tableSize = 8.5;
export const cellGap = 10;
const widestLeft = 220;
const narrowestLeft = 60;
const widestRight = 130;
const markRoom = 12;
const sampled = 400;
const longestHead = 56;
const mostSpare = 24;

/**
 * Which columns stand beside each other: all of them where there is room, else parts that each begin with
 * the first column, so that nothing is cut off.
 */
export function columnGroups(table: TableView, room: number): readonly (readonly ColumnRoom[])[] {
  const wanted = table.columns.map((column, index) => wantedWidth(table, column, index));
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

function wantedWidth(table: TableView, column: Column, index: number): number {
  const cells = table.rows.slice(0, sampled).flatMap(({ cells }) => cells[index] ?? []);
  const total = table.totals?.[index];
  const texts = [...cells, ...(total ? [total] : [])].map(widthOf);
  const head = headOf(column);
  const whole = paperTextWidth(head, tableSize, 400) * 1.02;
  const heads = whole <= longestHead ? whole : longestWord(head);
  const [least, most] = column.align === "left" ? [narrowestLeft, widestLeft] : [0, widestRight];
  const gap = index === 0 ? 0 : cellGap;
  return Math.min(most, Math.max(least, heads, ...texts)) + gap;
}

/** Label and unit. */
export const headOf = ({ label, unit = "" }: Column) => [label, unit].filter(Boolean).join(", ");

function widthOf({ text, evidence, kind }: Cell): number {
  const marks = (evidence ? markRoom : 0) + (kind ? 18 : 0);
  return paperTextWidth(text.slice(0, 200), tableSize, 600) + marks;
}

function longestWord(text: string): number {
  const words = text.slice(0, 200).split(/\s+/);
  return Math.max(0, ...words.map((word) => paperTextWidth(word, tableSize, 400) * 1.02));
}

/** What is left: some to each column of numbers, the rest to those of words. */
function filled(
  group: readonly ColumnRoom[],
  columns: readonly Column[],
  room: number,
): readonly ColumnRoom[] {
  const spare = Math.max(0, room - group.reduce((sum, { width }) => sum + width, 0));
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
