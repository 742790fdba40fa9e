import type { Projection } from "@/lib/engine/types";
import type { Plan } from "@/lib/schemas/plan";
import { workbookFigures } from "@/lib/views/workbook-figures";
import { bookFile, type DefinedName } from "../xlsx/book-file";
import { styleSheet } from "../xlsx/style-sheet";
import { breakEvenCells, type CrossingCells } from "./break-even-cells";
import { columnName, quoted, type Sheet } from "./cells";
import { lookNames, looks } from "./looks";
import { optionStatement, type StatementCells } from "./option-statement";
import { planWorkbook, type WrittenOption } from "./plan-workbook";
import { sheetXml } from "./sheet-xml";
import { type BookFront, summarySheet } from "./summary-cells";

/** All sheets of a plan's workbook, the summary first, and the names of its cells. */
export type PlanBook = {
  readonly sheets: readonly Sheet[];
  /** Where each option's results stand, as computed and as shown. */
  readonly options: readonly (WrittenOption & { readonly shown: StatementCells })[];
  readonly crossings: readonly CrossingCells[];
  /** The cell of an input, by its path in the plan. */
  readonly input: (path: string) => string;
  readonly names: readonly DefinedName[];
};

/** A plan as a workbook that a CFO can check: what it comes to first, then how, down to the inputs. */
export function planBook(plan: Plan, projection: Projection, front: BookFront): PlanBook {
  const workbook = planWorkbook(plan, projection);
  const figures = workbookFigures(plan, projection);
  const statements = workbook.options.map((written) => ({
    ...{ written, optionId: written.optionId },
    ...optionStatement({ plan, cells: written, figures, served: workbook.served }),
  }));
  const ranked = projection.ranking.flatMap(
    (id) => statements.find(({ optionId }) => optionId === id) ?? [],
  );
  const { summary, breakEven } = workbook.names;
  const crossings = breakEvenCells({ plan, figures, name: breakEven }, ranked);
  const first = summarySheet({
    ...{ plan, projection, figures, front, name: summary },
    ...{ options: ranked, unwritten: workbook.unwritten, breakEven: crossings },
    input: workbook.input,
  });
  const [inputs, demand, ...workings] = workbook.sheets;
  const sheets = [
    first,
    ...statements.map(({ sheet }) => sheet),
    ...(ranked.length > 1 ? [crossings.sheet] : []),
    ...(inputs ? [inputs] : []),
    // Without an option there is nothing that its rows would lead to, and figures that they need may be missing.
    ...(demand && ranked.length > 0 ? [demand] : []),
    ...workings,
  ];
  const results = ranked.flatMap(({ optionId, cells }) => {
    const named = (what: string) => `results_${optionId.replaceAll("-", "_")}_${what}`;
    return [
      { name: named("cash"), refersTo: cells.cash },
      { name: named("net_present_cost"), refersTo: cells.netPresentCost },
      { name: named("consumed"), refersTo: cells.accrual },
    ];
  });
  return {
    ...{ sheets, crossings: crossings.crossings, input: workbook.input },
    options: statements.map(({ written, cells }) => ({ ...written, shown: cells })),
    names: [...workbook.inputNames, ...results, ...sheets.flatMap(printNames)],
  };
}

/** What paper repeats and what it leaves out. */
function printNames({ name, rows, headRows, printedColumns, frozen }: Sheet, sheet: number) {
  const names: DefinedName[] = [];
  const on = quoted(name);
  if (printedColumns !== undefined) {
    const last = columnName(printedColumns - 1);
    const refersTo = `${on}!$A$1:$${last}$${rows.length}`;
    names.push({ name: "_xlnm.Print_Area", refersTo, sheet });
  }
  if (headRows) {
    const columns = `${on}!$A:$${columnName(frozen.columns - 1)},`;
    const refersTo = `${columns}${on}!$${headRows[0]}:$${headRows[1]}`;
    names.push({ name: "_xlnm.Print_Titles", refersTo, sheet });
  }
  return names;
}

/** The same as a file. */
export function planBookFile(
  plan: Plan,
  projection: Projection,
  front: BookFront,
): Uint8Array<ArrayBuffer> {
  const { sheets, names } = planBook(plan, projection, front);
  return bookFile({
    ...{ names, hasFormulas: true },
    styles: styleSheet(lookNames.map((name) => looks[name])),
    sheets: sheets.map((sheet) => ({ name: sheet.name, xml: sheetXml(sheet) })),
  });
}
