import type { Use } from "@/lib/engine/types";
import { isMoneyUnit } from "@/lib/schemas/figure";
import { specAt } from "@/lib/schemas/paths";
import type { Plan } from "@/lib/schemas/plan";
import type { Row, SheetWriter } from "./cells";
import type { ConversionCells } from "./currency-cells";
import type { DemandCells } from "./demand-cells";
import type { Inputs } from "./input-cells";
import type { MacrsTable } from "./macrs-table";

/** Price of each month over that of month 0. */
export type PriceRows = {
  readonly hardware: Row;
  readonly cloud: Row;
  readonly api: Row;
  readonly power: Row;
  readonly staff: Row;
  readonly other: Row;
};

export type WorkbookScope = {
  readonly plan: Plan;
  readonly inputs: Inputs;
  readonly conversion: ConversionCells;
  readonly prices: PriceRows;
  readonly demand: DemandCells;
  /** Null where tax depreciates as the books do. */
  readonly macrs: MacrsTable | null;
  /** Hours a month. */
  readonly hours: string;
  /** Who bears a cost that no hours divide. */
  readonly mainUse: Use;
};

/** What the cells of one option are written with. */
export type OptionScope<Option> = WorkbookScope & {
  readonly option: Option;
  readonly sheet: SheetWriter;
  /** An input of the option; an amount in a currency of its own is multiplied by its rate. */
  readonly figure: (key: string) => string;
  /** Cost of its staff in a month. docs/model.md, "Lines that every option has". */
  readonly staff: (month: number) => string;
};

export function optionScope<
  Option extends { readonly id: string; readonly currency?: string | undefined },
>(scope: WorkbookScope, option: Option, sheet: SheetWriter): OptionScope<Option> {
  const figure = (key: string) => {
    const path = `options.${option.id}.${key}`;
    const cell = scope.inputs.figure(path);
    const spec = specAt(scope.plan, path);
    const rate = spec && isMoneyUnit(spec.unit) ? scope.conversion(option.currency) : null;
    return rate === null ? cell : `(${cell}*${rate})`;
  };
  const staff = (t: number) =>
    `${figure("staffFte")}*${scope.inputs.figure("assumptions.staffCost")}*${scope.prices.staff.at(t)}/12`;
  return { ...scope, option, sheet, figure, staff };
}
