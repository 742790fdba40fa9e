import type { Plan } from "@/lib/schemas/plan";
import type { MapAxis, MapScan } from "./types";
import { unrankedCell, winnerFinder } from "./winner-map";

const coarseCells = 16;

/**
 * The winner map in steps: a run in the middle of each block of a coarse grid, then every cell, those
 * of blocks beside another winner first. Yields what is known after each run; whoever asks decides
 * how long to go on. docs/model.md, "Winner map".
 */
export function* scanWinners(plan: Plan, x: MapAxis, y: MapAxis): Generator<MapScan, MapScan> {
  const [columns, rows] = [x.values.length, y.values.length];
  const winnerAt = winnerFinder(plan, x, y);
  const winners = new Int8Array(columns * rows).fill(unrankedCell);
  const verified = new Uint8Array(columns * rows);
  let verifiedCount = 0;
  const known = (): MapScan => ({ columns, rows, winners, verified, verifiedCount });
  const run = (column: number, row: number) => {
    const cell = row * columns + column;
    if (verified[cell] === 1) return false;
    winners[cell] = winnerAt(column, row);
    verified[cell] = 1;
    verifiedCount += 1;
    return true;
  };

  const blocks = blocksOf(columns, rows);
  for (const block of blocks) {
    const [column, row] = middleOf(block);
    run(column, row);
    const winner = winners[row * columns + column] ?? unrankedCell;
    for (const [c, r] of cellsOf(block))
      if (!verified[r * columns + c]) winners[r * columns + c] = winner;
    yield known();
  }
  for (const block of frontierFirst(blocks, known())) {
    for (const [column, row] of cellsOf(block)) if (run(column, row)) yield known();
  }
  return known();
}

type Block = {
  readonly fromColumn: number;
  readonly toColumn: number;
  readonly fromRow: number;
  readonly toRow: number;
};

function blocksOf(columns: number, rows: number): readonly Block[] {
  const [width, height] = [columns, rows].map((count) => Math.ceil(count / coarseCells)) as [
    number,
    number,
  ];
  const blocks: Block[] = [];
  for (let fromRow = 0; fromRow < rows; fromRow += height) {
    for (let fromColumn = 0; fromColumn < columns; fromColumn += width) {
      blocks.push({
        fromColumn,
        toColumn: Math.min(columns, fromColumn + width),
        fromRow,
        toRow: Math.min(rows, fromRow + height),
      });
    }
  }
  return blocks;
}

function middleOf({ fromColumn, toColumn, fromRow, toRow }: Block): readonly [number, number] {
  return [Math.floor((fromColumn + toColumn) / 2), Math.floor((fromRow + toRow) / 2)];
}

function* cellsOf({ fromColumn, toColumn, fromRow, toRow }: Block) {
  for (let row = fromRow; row < toRow; row += 1) {
    for (let column = fromColumn; column < toColumn; column += 1) yield [column, row] as const;
  }
}

/** Blocks that touch a block with another winner, in which the edge lies, before those inside one area. */
function frontierFirst(
  blocks: readonly Block[],
  { winners, columns, rows }: MapScan,
): readonly Block[] {
  const at = (column: number, row: number) => winners[row * columns + column];
  const isFrontier = ({ fromColumn, toColumn, fromRow, toRow }: Block) => {
    const own = at(fromColumn, fromRow);
    for (const column of [fromColumn - 1, fromColumn, toColumn]) {
      for (const row of [fromRow - 1, fromRow, toRow]) {
        const outside = column < 0 || column >= columns || row < 0 || row >= rows;
        if (!outside && at(column, row) !== own) return true;
      }
    }
    return false;
  };
  const frontier = blocks.filter(isFrontier);
  return [...frontier, ...blocks.filter((block) => !frontier.includes(block))];
}
