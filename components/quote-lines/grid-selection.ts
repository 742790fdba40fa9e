export type Place = { readonly row: number; readonly column: number };
/** From where it was begun to where it is now: the active cell. */
export type Selection = { readonly anchor: Place; readonly active: Place };
export type Size = { readonly rows: number; readonly columns: number; readonly pageRows: number };

export const singleCell = (place: Place): Selection => ({ anchor: place, active: place });

const clamp = (value: number, most: number) => Math.max(0, Math.min(value, most));

/** Where a key leads; null for one that leads nowhere. */
function destination(key: string, { row, column }: Place, size: Size, far: boolean): Place | null {
  const { rows, columns, pageRows } = size;
  switch (key) {
    case "ArrowDown":
      return { row: far ? rows - 1 : row + 1, column };
    case "ArrowUp":
      return { row: far ? 0 : row - 1, column };
    case "ArrowRight":
      return { row, column: far ? columns - 1 : column + 1 };
    case "ArrowLeft":
      return { row, column: far ? 0 : column - 1 };
    case "Home":
      return { row: far ? 0 : row, column: 0 };
    case "End":
      return { row: far ? rows - 1 : row, column: columns - 1 };
    case "PageDown":
      return { row: row + pageRows, column };
    case "PageUp":
      return { row: row - pageRows, column };
    default:
      return null;
  }
}

export type Press = { readonly key: string; readonly shift: boolean; readonly far: boolean };

/** The selection after a key: moved, or grown while Shift is held; null where the key is none of the grid's. */
export function afterKey(selection: Selection, press: Press, size: Size): Selection | null {
  const { rows, columns } = size;
  if (press.far && press.key.toLowerCase() === "a") {
    const last = { row: rows - 1, column: columns - 1 };
    return { anchor: { row: 0, column: 0 }, active: last };
  }
  const to = destination(press.key, selection.active, size, press.far);
  if (!to) return null;
  const active = { row: clamp(to.row, rows - 1), column: clamp(to.column, columns - 1) };
  return press.shift ? { anchor: selection.anchor, active } : singleCell(active);
}

export type Range = {
  readonly rows: readonly [number, number];
  readonly columns: readonly [number, number];
};

const inOrder = (a: number, b: number): [number, number] => (a <= b ? [a, b] : [b, a]);

export const rangeOf = ({ anchor, active }: Selection): Range => ({
  rows: inOrder(anchor.row, active.row),
  columns: inOrder(anchor.column, active.column),
});

export const isWithin = (value: number, [from, to]: readonly [number, number]): boolean =>
  value >= from && value <= to;
