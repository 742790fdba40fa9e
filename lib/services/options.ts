import type { Context } from "@/lib/auth/context";
import { checkOption } from "@/lib/schemas/check";
import {
  type RowOfPlan,
  type RowSaved,
  type RowsKind,
  removeRow,
  restoreRow,
  type SaveRow,
  saveRow,
} from "./plan-rows";

const options: RowsKind = { rows: "options", noun: "option", check: checkOption };

export const saveOption = (ctx: Context, input: SaveRow): Promise<RowSaved> =>
  saveRow(ctx, options, input);

export const removeOption = (ctx: Context, input: RowOfPlan): Promise<RowSaved> =>
  removeRow(ctx, options, input);

export const restoreOption = (ctx: Context, input: RowOfPlan): Promise<RowSaved> =>
  restoreRow(ctx, options, input);
