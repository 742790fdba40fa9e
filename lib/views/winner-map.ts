import { unrankedCell } from "@/lib/engine";
import type { MapScan } from "@/lib/engine/types";
import { counted, listed, share } from "@/lib/format";
import type { Plan } from "@/lib/schemas/plan";
import { does } from "./agree";
import { valueText } from "./analysis-inputs";
import { largestSquares } from "./map-areas";
import type { AxisInput, AxisView } from "./map-axis";
import { horizonText } from "./months";
import { optionName, optionStyle, shortOptionName } from "./names";
import { textCell } from "./table";
import type { SeriesStyle, TableView } from "./types";

/** One option's part of the map. */
export type MapArea = {
  readonly id: string;
  readonly name: string;
  /** For a narrow map. */
  readonly shortName: string;
  readonly style: SeriesStyle | null;
  readonly share: string;
  /** Cells as runs along a row: first column, row, how many. */
  readonly runs: readonly (readonly [column: number, row: number, length: number])[];
  /** Middle of the largest square inside it and its side, in cells. */
  readonly place: { readonly column: number; readonly row: number; readonly side: number };
};

export type MapView = {
  readonly id: string;
  readonly title: string;
  readonly basis: string;
  readonly columns: number;
  readonly rows: number;
  readonly areas: readonly MapArea[];
  /** Sides between cells of different winners: x1, y1, x2, y2 in cells. */
  readonly edges: readonly (readonly [number, number, number, number])[];
  /** Runs of cells that were not computed themselves. */
  readonly unverified: MapArea["runs"];
  readonly note: string;
  readonly cellText: (column: number, row: number) => string;
  readonly table: TableView;
};

export type MapOf = {
  readonly plan: Plan;
  readonly inputs: readonly [x: AxisInput, y: AxisInput];
  readonly axes: readonly [x: AxisView, y: AxisView];
};

/** Who costs least at each pair of two inputs' values, cell by cell as the engine says it. */
export function mapView(of: MapOf, scan: MapScan): MapView {
  const { plan } = of;
  const { columns, rows, winners } = scan;
  const squares = largestSquares(scan);
  const present = [...new Set(winners)].toSorted((a, b) => a - b);
  const areas = present.map((winner): MapArea => {
    const option = plan.options[winner];
    const count = winners.reduce((sum, cell) => sum + (cell === winner ? 1 : 0), 0);
    return {
      id: option?.id ?? "unranked",
      name: option?.name ?? "No option is ranked",
      shortName: option ? shortOptionName(plan, option.id) : "None",
      style: option ? optionStyle(plan, option.id) : null,
      share: share(count / winners.length),
      runs: runsOf(scan, (cell) => winners[cell] === winner),
      place: squares.get(winner) ?? { column: 0, row: 0, side: 0 },
    };
  });
  return {
    id: "winner-map",
    title: titleOf(of, areas),
    basis: `Lowest net present cost over ${horizonText(plan.horizonMonths)}, all other inputs as they stand.`,
    columns,
    rows,
    areas,
    edges: edgesOf(scan),
    unverified: runsOf(scan, (cell) => scan.verified[cell] === 0),
    note: noteOf(scan),
    cellText: (column, row) => cellText(of, scan, column, row),
    table: tableOf(of, scan),
  };
}

function titleOf({ plan }: MapOf, areas: readonly MapArea[]): string {
  const winning = areas.filter(({ style }) => style !== null);
  const [only] = winning;
  if (!only) return "No option is ranked on this map";
  if (winning.length === 1) return `${does(only.name, "costs")} least at every pair of values here`;
  const names = winning.map(({ id }) => optionName(plan, id));
  return `${listed(names)} each cost least somewhere on this map`;
}

const lower = (label = "") =>
  /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

function noteOf({ columns, rows, verifiedCount }: MapScan): string {
  const all = columns * rows;
  const grid = `${columns} by ${rows} cells, the engine run at the middle of each; edges are as fine as that.`;
  return verifiedCount < all
    ? `${counted(verifiedCount, "cell")} of ${all} computed; the hatched ones are not verified yet.`
    : grid;
}

function runsOf({ columns, rows }: MapScan, has: (cell: number) => boolean): MapArea["runs"] {
  const runs: [number, number, number][] = [];
  for (let row = 0; row < rows; row += 1) {
    let start = -1;
    for (let column = 0; column <= columns; column += 1) {
      const inside = column < columns && has(row * columns + column);
      if (inside && start < 0) start = column;
      if (!inside && start >= 0) {
        runs.push([start, row, column - start]);
        start = -1;
      }
    }
  }
  return runs;
}

function edgesOf({ columns, rows, winners }: MapScan): MapView["edges"] {
  const edges: [number, number, number, number][] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const own = winners[row * columns + column];
      if (column + 1 < columns && winners[row * columns + column + 1] !== own) {
        edges.push([column + 1, row, column + 1, row + 1]);
      }
      if (row + 1 < rows && winners[(row + 1) * columns + column] !== own) {
        edges.push([column, row + 1, column + 1, row + 1]);
      }
    }
  }
  return edges;
}

function winnerName(plan: Plan, winner: number | undefined): string {
  return winner === undefined || winner === unrankedCell
    ? "no option is ranked"
    : (plan.options[winner]?.name ?? "");
}

function cellText({ plan, inputs, axes }: MapOf, scan: MapScan, column: number, row: number) {
  const cell = row * scan.columns + column;
  const at = ([x, y]: readonly [AxisInput, AxisInput]) =>
    `${valueText(plan, x, axes[0].values[column] ?? 0)}, ${valueText(plan, y, axes[1].values[row] ?? 0)}`;
  const name = winnerName(plan, scan.winners[cell]);
  const who = scan.winners[cell] === unrankedCell ? name : `${does(name, "costs")} least`;
  return `${at(inputs)}: ${who}${scan.verified[cell] ? "" : ", not verified"}`;
}

const mostTableRows = 16;

/** For some values of y, who costs least up to which x: the crossings as numbers. */
function tableOf({ plan, inputs, axes }: MapOf, scan: MapScan): TableView {
  const { columns, rows, winners } = scan;
  const every = Math.max(1, Math.ceil(rows / mostTableRows));
  const [x, y] = inputs;
  const shown = Array.from({ length: rows }, (_, row) => row).filter(
    (row) => row % every === Math.floor(every / 2),
  );
  return {
    id: "winner-map",
    about: `${x.label} and ${y.label}`,
    caption: `Who costs least by ${x.label}, for values of ${y.label}`,
    columns: [
      { id: "y", label: y.label, align: "right" },
      { id: "spans", label: `Costs least, by ${lower(x.label)}`, align: "left" },
    ],
    rows: shown.toReversed().map((row) => {
      const spans: string[] = [];
      let from = 0;
      for (let column = 1; column <= columns; column += 1) {
        const [before, next] = [winners[row * columns + from], winners[row * columns + column]];
        if (column < columns && before === next) continue;
        const to = axes[0].values[column - 1] ?? 0;
        const name = winnerName(plan, before);
        const start = axes[0].values[from] ?? 0;
        spans.push(
          from === 0 && column === columns
            ? `${name} throughout`
            : from === 0
              ? `${name} up to ${valueText(plan, x, to)}`
              : column === columns
                ? `${name} from ${valueText(plan, x, start)}`
                : `${name} from ${valueText(plan, x, start)} to ${valueText(plan, x, to)}`,
        );
        from = column;
      }
      const value = axes[1].values[row] ?? 0;
      return {
        id: String(row),
        cells: [textCell(valueText(plan, y, value), value), textCell(spans.join("; "))],
      };
    }),
  };
}
