import { unitText } from "@/lib/format";
import {
  type FieldSpec,
  type Figure,
  isMoneyUnit,
  missingWord,
  type Unit,
} from "@/lib/schemas/figure";
import { type FigureAtPath, figuresOf } from "@/lib/schemas/paths";
import type { Plan } from "@/lib/schemas/plan";
import { currencyAt } from "@/lib/views/currency";
import { inputOwner } from "@/lib/views/links";
import { workloadName } from "@/lib/views/names";
import type { DefinedName } from "../xlsx/book-file";
import { type Cell, dateSerial, quoted, type Sheet, type SheetRow } from "./cells";
import type { LookName } from "./looks";

export type Inputs = {
  /** The cell of an input, by its path in the plan. */
  readonly figure: (path: string) => string;
  /** Is an input with a value that no formula has asked for. */
  readonly isUnnamed: (path: string) => boolean;
  /** Writes what is no figure, such as a step of a curve; returns its cell. */
  readonly given: (label: string, unit: string, value: Exclude<Cell, null>) => string;
  /** A name for the cell of each input. */
  readonly names: readonly DefinedName[];
  readonly sheet: () => Sheet;
};

const headRows = 3;
export const inputsName = "Inputs";
const valueColumn = "B";
const head = ["Input", "Value", "Unit", "Evidence", "Source", "Date", "Note", "Path in the plan"];
const note =
  "Change a value in a yellow cell, and every sheet follows. Percentages are entered as percentages.";

/** Every input of the plan with where it is from; formulas elsewhere name these cells alone. */
export function inputCells(plan: Plan): Inputs {
  const rows: SheetRow[] = [
    { cells: [`Inputs of ${plan.name}`], looks: ["title"] },
    { cells: [note], looks: ["note"] },
    { cells: head, looks: ["head", "headRight", "headUnit", "head"] },
  ];
  const add = (row: SheetRow) => `${quoted(inputsName)}!$${valueColumn}$${rows.push(row)}`;
  const section = (title: string) => {
    if (rows.length > headRows) add({ cells: [], looks: ["plain"] });
    add({ cells: [title], looks: ["section"] });
  };
  const cells = new Map<string, string>();
  let owner: string | null = null;
  for (const input of figuresOf(plan)) {
    const room = input.path.split(".").slice(0, 2).join(".");
    const isOther = /^(options|workloads|budgets)/.test(room)
      ? room !== owner
      : owner !== "assumptions";
    owner = /^(options|workloads|budgets)/.test(room) ? room : "assumptions";
    if (isOther) section(inputOwner(plan, input.path));
    cells.set(input.path, add(rowOf(plan, input)));
  }
  const named = new Set<string>();
  let hasGiven = false;
  return {
    isUnnamed: (path) => cells.has(path) && !named.has(path),
    figure: (path) => {
      const cell = cells.get(path);
      if (cell === undefined) throw new Error(`No input is called ${path}.`);
      named.add(path);
      return cell;
    },
    given: (label, unit, value) => {
      if (!hasGiven) section("Curves, schedules and other values that the plan holds");
      hasGiven = true;
      return add(givenRow({ label, unit, value }));
    },
    names: definedNames(cells),
    sheet: () => ({
      name: inputsName,
      rows,
      widths: [46, 18, 22, 12, 48, 14, 48, 44],
      frozen: { rows: headRows, columns: 1 },
      headRows: [1, headRows],
      printedColumns: 7,
    }),
  };
}

function definedNames(cells: ReadonlyMap<string, string>): readonly DefinedName[] {
  const given: string[] = [];
  return [...cells].map(([path, refersTo]) => ({
    name: definedName(given, path.replace(/[^A-Za-z0-9]/g, "_")),
    refersTo,
  }));
}

/** The names that a workbook gives to cells are told apart without heed of capitals. */
function definedName(given: string[], wanted: string): string {
  let unique = wanted;
  for (let nth = 2; given.includes(unique.toLowerCase()); nth += 1) unique = `${wanted}_${nth}`;
  given.push(unique.toLowerCase());
  return unique;
}

function rowOf(plan: Plan, { path, spec, figure }: FigureAtPath): SheetRow {
  const { value, evidence, source, date, note: said, url } = figure;
  return {
    cells: [
      labelOf(plan, path, spec),
      value ?? missingWord(spec.unit),
      unitText(spec.unit, currencyAt(plan, path)) || shortUnits[spec.unit] || "",
      evidence,
      [source, url].filter(Boolean).join(", "),
      date === undefined ? null : serialOf(date),
      said ?? "",
      path,
    ],
    looks: ["label", valueLook(spec, figure), "unit", "plain", "text", "date", "text", "small"],
  };
}

const shortUnits: Partial<Record<Unit, string>> = {
  count: "number",
  month: "month of the plan",
  exchangeRate: "rate",
};

/** What it is of, where the option has several: a workload, a lever, a commitment. */
function labelOf(plan: Plan, path: string, { label }: FieldSpec): string {
  const [room, , ...middle] = path.split(".").slice(0, -1);
  if (room !== "options") return label;
  const [part, id = "", ...deeper] = middle;
  const of = part === "throughput" ? [workloadName(plan, id), ...deeper] : middle.slice(1);
  const said = of.filter((word) => !plainSegments.has(word));
  return said.length === 0 ? label : `${label} (${said.join(", ")})`;
}

const plainSegments = new Set(["levers", "tiers", "running"]);

function valueLook({ unit }: FieldSpec, { value }: Figure): LookName {
  if (value === null) return "inputMissing";
  if (unit === "fraction" || unit === "fractionPerYear") return "inputPercent";
  return numberLookOf(value, isMoneyUnit(unit));
}

function numberLookOf(value: number, isMoney: boolean): LookName {
  if (value !== 0 && Math.abs(value) < 0.001) return "inputSmall";
  return Number.isInteger(value) && !isMoney ? "inputWhole" : "inputDecimal";
}

function serialOf(isoDate: string): number {
  const [year = 1900, month = 1, day = 1] = isoDate.split("-").map(Number);
  return dateSerial(year, month - 1, day);
}

type Given = { readonly label: string; readonly unit: string; readonly value: Exclude<Cell, null> };

function givenRow({ label, unit, value }: Given): SheetRow {
  const looks: LookName[] = [
    "label",
    typeof value === "number" ? numberLookOf(value, false) : "computedInput",
    "unit",
  ];
  return { cells: [label, value, givenUnits[unit] ?? unit], looks };
}

const givenUnits: Readonly<Record<string, string>> = {
  tokensPerSecond: "tok/s",
  milliseconds: "ms",
  exchangeRate: "rate",
  ratio: "x",
};
