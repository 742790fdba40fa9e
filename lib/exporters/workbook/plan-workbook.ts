import type { Projection } from "@/lib/engine/types";
import type { Plan } from "@/lib/schemas/plan";
import { optionName } from "@/lib/views/names";
import type { DefinedName } from "../xlsx/book-file";
import { type Row, type Sheet, sheetWriter } from "./cells";
import { conversionCells } from "./currency-cells";
import { demandCells } from "./demand-cells";
import { inputCells } from "./input-cells";
import { macrsTable } from "./macrs-table";
import { type OptionCells, optionCells } from "./option-cells";
import type { WorkbookScope } from "./option-scope";
import { priceRows } from "./price-rows";
import { notComplete, type Unwritten, unnamedInputs } from "./unwritten";
import { type WorkbookNames, workbookNames } from "./workbook-names";

export type PlanWorkbook = {
  /** Inputs, demand and prices, then the workings of each option. */
  readonly sheets: readonly Sheet[];
  readonly options: readonly WrittenOption[];
  readonly inputNames: readonly DefinedName[];
  /** Tokens served, month by month. */
  readonly served: Row;
  /** The cell of an input, by its path in the plan. */
  readonly input: (path: string) => string;
  readonly names: WorkbookNames;
  /** The options that have no sheet, each with the reason: what has one is right. */
  readonly unwritten: readonly Unwritten[];
};

/** An option whose results are formulas, and the sheet that is to show them. */
export type WrittenOption = OptionCells & { readonly statement: string };

/**
 * A plan as a workbook in which every result is a formula down to the inputs, written from docs/model.md.
 * Of the projection it takes which options are complete and which inputs they read, no number.
 */
export function planWorkbook(plan: Plan, projection: Projection): PlanWorkbook {
  const reasons = plan.options.map((option) => notComplete(option, projection));
  const options = plan.options.filter((_, index) => reasons[index] === null);
  const names = workbookNames(options);
  const inputs = inputCells(plan);
  const { currency, startMonth, horizonMonths: months } = plan;
  const monthly = { currency, startMonth, months };
  const sheet = sheetWriter({
    ...{ ...monthly, name: names.demand, title: "Demand and prices" },
    note: "What is asked for and what prices become, month by month: every option is computed from these rows.",
  });
  const hours = inputs.given("Hours a month", "hours", plan.hoursPerMonth);
  const demand = demandCells(plan, inputs, sheet, hours);
  const scope: WorkbookScope = {
    plan,
    inputs,
    conversion: conversionCells(plan, inputs),
    demand,
    prices: priceRows(plan, inputs, sheet),
    hours,
    macrs: macrsTable(plan, inputs),
    mainUse:
      demand.load.inference.length === 0 && demand.load.training.length > 0
        ? "training"
        : "inference",
  };
  const written = options.map((option, index) => {
    const own = sheetWriter({
      ...{ ...monthly, name: names.workings[index] ?? option.id },
      title: `${optionName(plan, option.id)}: workings`,
      note: "Sizing, terms and lines in the order in which they are computed; totals stand last.",
    });
    const cells = optionCells(scope, option, own);
    return {
      cells,
      sheet: own.sheet(),
      statement: names.statements[index] ?? option.id,
      unnamed: unnamedInputs(option.id, inputs, projection),
    };
  });
  const whole = written.filter(({ unnamed }) => unnamed === null);
  return {
    sheets: [inputs.sheet(), sheet.sheet(), ...whole.map((one) => one.sheet)],
    options: whole.map(({ cells, statement }) => ({ ...cells, statement })),
    inputNames: inputs.names,
    served: demand.served,
    input: inputs.figure,
    names,
    unwritten: [...reasons, ...written.map(({ unnamed }) => unnamed)].filter(
      (reason) => reason !== null,
    ),
  };
}
