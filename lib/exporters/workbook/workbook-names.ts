import type { SupplyOption } from "@/lib/schemas/option";
import { nameApart } from "./cells";
import { inputsName } from "./input-cells";

/** Names of the sheets, none of them twice, whatever options are called. */
export type WorkbookNames = {
  readonly summary: string;
  readonly breakEven: string;
  readonly demand: string;
  /** What each option costs, line by line. */
  readonly statements: readonly string[];
  /** How that is computed. */
  readonly workings: readonly string[];
};

export function workbookNames(options: readonly SupplyOption[]): WorkbookNames {
  const given = [inputsName];
  return {
    summary: nameApart(given, "Summary"),
    breakEven: nameApart(given, "Break-even"),
    demand: nameApart(given, "Demand and prices"),
    statements: options.map(({ name }) => nameApart(given, name)),
    workings: options.map(({ name }) => nameApart(given, name, " workings")),
  };
}
