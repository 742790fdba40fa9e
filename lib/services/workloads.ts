import type { Context } from "@/lib/auth/context";
import { checkWorkload } from "@/lib/schemas/check";
import {
  type RowOfPlan,
  type RowSaved,
  type RowsKind,
  removeRow,
  restoreRow,
  type SaveRow,
  saveRow,
} from "./plan-rows";

const workloads: RowsKind = { rows: "workloads", noun: "workload", check: checkWorkload };

export const saveWorkload = (ctx: Context, input: SaveRow): Promise<RowSaved> =>
  saveRow(ctx, workloads, input);

export const removeWorkload = (ctx: Context, input: RowOfPlan): Promise<RowSaved> =>
  removeRow(ctx, workloads, input);

export const restoreWorkload = (ctx: Context, input: RowOfPlan): Promise<RowSaved> =>
  restoreRow(ctx, workloads, input);
