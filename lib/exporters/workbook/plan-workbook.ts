import type { Projection } from "@/lib/engine/types";
import type { Plan } from "@/lib/schemas/plan";
import { type Sheet, sheetNames, sheetWriter } from "./cells";
import { conversionCells } from "./currency-cells";
import { demandCells } from "./demand-cells";
import { inputCells } from "./input-cells";
import { macrsTable } from "./macrs-table";
import { type OptionCells, optionCells } from "./option-cells";
import type { WorkbookScope } from "./option-scope";
import { priceRows } from "./price-rows";
import { notComplete, type Unwritten, unnamedInputs } from "./unwritten";

export type PlanWorkbook = {
  readonly sheets: readonly Sheet[];
  readonly options: readonly OptionCells[];
  /** The options that have no sheet, each with the reason: what has one is right. */
  readonly unwritten: readonly Unwritten[];
};

/**
 * A plan as a workbook in which every result is a formula down to the inputs, written from docs/model.md.
 * Of the projection it takes which options are complete and which inputs they read, no number.
 */
export function planWorkbook(plan: Plan, projection: Projection): PlanWorkbook {
  const reasons = plan.options.map((option) => notComplete(option, projection));
  const options = plan.options.filter((_, index) => reasons[index] === null);
  const [demandName = "", ...optionNames] = sheetNames([
    "Demand and prices",
    ...options.map(({ name }) => name),
  ]);
  const inputs = inputCells(plan);
  const sheet = sheetWriter(demandName, plan.horizonMonths);
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
    const own = sheetWriter(optionNames[index] ?? option.id, plan.horizonMonths);
    const cells = optionCells(scope, option, own);
    return { cells, sheet: own.sheet(), unnamed: unnamedInputs(option.id, inputs, projection) };
  });
  const whole = written.filter(({ unnamed }) => unnamed === null);
  return {
    sheets: [inputs.sheet(), sheet.sheet(), ...whole.map((one) => one.sheet)],
    options: whole.map(({ cells }) => cells),
    unwritten: [...reasons, ...written.map(({ unnamed }) => unnamed)].filter(
      (reason) => reason !== null,
    ),
  };
}
