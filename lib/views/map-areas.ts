import type { MapScan } from "@/lib/engine/types";

type Square = { readonly column: number; readonly row: number; readonly side: number };

/** For each winner the largest square of cells that it fills: where its name has most room. */
export function largestSquares({ columns, rows, winners }: MapScan): ReadonlyMap<number, Square> {
  const sides = new Uint8Array(columns * rows);
  const best = new Map<number, Square>();
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const cell = row * columns + column;
      const winner = winners[cell] ?? 0;
      const before = [cell - 1, cell - columns, cell - columns - 1];
      const grows =
        row > 0 && column > 0 && before.every((neighbour) => winners[neighbour] === winner);
      const side = grows ? 1 + Math.min(...before.map((neighbour) => sides[neighbour] ?? 0)) : 1;
      sides[cell] = side;
      if (side > (best.get(winner)?.side ?? 0)) {
        best.set(winner, { column: column + 1 - side / 2, row: row + 1 - side / 2, side });
      }
    }
  }
  return best;
}
