import type { Context } from "@/lib/auth/context";
import { checkScenario } from "@/lib/schemas/check";
import {
  type RowOfPlan,
  type RowSaved,
  type RowsKind,
  removeRow,
  restoreRow,
  type SaveRow,
  saveRow,
} from "./plan-rows";

const scenarios: RowsKind = { rows: "scenarios", noun: "scenario", check: checkScenario };

export const saveScenario = (ctx: Context, input: SaveRow): Promise<RowSaved> =>
  saveRow(ctx, scenarios, input);

export const removeScenario = (ctx: Context, input: RowOfPlan): Promise<RowSaved> =>
  removeRow(ctx, scenarios, input);

export const restoreScenario = (ctx: Context, input: RowOfPlan): Promise<RowSaved> =>
  restoreRow(ctx, scenarios, input);
