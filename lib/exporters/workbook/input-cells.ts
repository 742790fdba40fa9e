import { type FigureAtPath, figuresOf } from "@/lib/schemas/paths";
import type { Plan } from "@/lib/schemas/plan";
import { type Cell, quoted, type Sheet } from "./cells";

export type Inputs = {
  /** The cell of an input, by its path in the plan. */
  readonly figure: (path: string) => string;
  /** Is an input with a value that no formula has asked for. */
  readonly isUnnamed: (path: string) => boolean;
  /** Writes what is no figure, such as a step of a curve; returns its cell. */
  readonly given: (label: string, unit: string, value: Cell) => string;
  readonly sheet: () => Sheet;
};

const name = "Inputs";
const head = ["Input", "Path", "Value", "Unit", "Evidence", "Source", "Date"];

/** Every input of the plan with where it is from; formulas elsewhere name these cells alone. */
export function inputCells(plan: Plan): Inputs {
  const rows: Cell[][] = [head];
  const add = (row: Cell[]) => `${quoted(name)}!$C$${rows.push(row)}`;
  const cells = new Map(figuresOf(plan).map((input) => [input.path, add(rowOf(input))]));
  const named = new Set<string>();
  return {
    isUnnamed: (path) => cells.has(path) && !named.has(path),
    figure: (path) => {
      const cell = cells.get(path);
      if (cell === undefined) throw new Error(`No input is called ${path}.`);
      named.add(path);
      return cell;
    },
    given: (label, unit, value) => add([label, "", value, unit]),
    sheet: () => ({ name, rows }),
  };
}

function rowOf({ path, spec, figure }: FigureAtPath): Cell[] {
  const value = figure.value ?? "missing";
  return [
    spec.label,
    path,
    value,
    spec.unit,
    figure.evidence,
    figure.source ?? "",
    figure.date ?? "",
  ];
}
