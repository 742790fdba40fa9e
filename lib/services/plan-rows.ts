import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import type { Transaction } from "@/lib/data/client";
import type { HeldPlan } from "@/lib/data/plans";
import {
  countRows,
  findRow,
  type PlanRow,
  type RowKey,
  type RowState,
  type RowsName,
  setRowDeleted,
  writeRow,
} from "@/lib/data/rows";
import { AppError } from "@/lib/errors";
import type { Checked } from "@/lib/schemas/check";
import type { SupplyOption } from "@/lib/schemas/option";
import type { Plan } from "@/lib/schemas/plan";
import { withoutDangling } from "@/lib/schemas/references";
import { isStorable } from "@/lib/schemas/text";
import { refuseHiddenQuotesIn } from "./hidden-prices";
import { acceptOrRefuse, changePlan, isSame, recordChange } from "./in-plan";
import { mergeOrAsk, stale } from "./merging";

export type SaveRow = {
  readonly planId: string;
  /** The version that was changed; null for a new row. */
  readonly expectedVersion: number | null;
  readonly body: unknown;
  /** Refuses a stale version also where the fields of two people would not meet. */
  readonly exact?: boolean;
};
export type RowOfPlan = {
  readonly planId: string;
  readonly rowId: string;
  /** Where given, the change is refused once the row has another version. */
  readonly expectedVersion?: number;
};

/** Where the row and its plan stand after a change. */
export type RowSaved = {
  readonly rowId: string;
  readonly rowVersion: number;
  readonly planVersion: number;
};

/** What sets the three lists apart. */
export type RowsKind = {
  readonly rows: RowsName;
  readonly noun: "workload" | "option" | "scenario";
  readonly check: (held: Plan, body: unknown) => Checked<PlanRow>;
};

const maxRows = 50;

export async function saveRow(ctx: Context, kind: RowsKind, input: SaveRow): Promise<RowSaved> {
  authorize(ctx, "plan:write");
  return changePlan(ctx, input.planId, async (tx, held) => {
    const { expectedVersion } = input;
    const mine = acceptOrRefuse(kind.check(withoutDangling(held.plan), input.body));
    if (kind.rows === "options") await refuseHiddenQuotesIn(tx, ctx, [mine as SupplyOption]);
    const key = { planId: held.id, rows: kind.rows, rowId: mine.id };
    const state = await findRow(tx, ctx.orgId, key);
    const isHere = state !== null && !state.deleted;
    const theirs = held.plan[kind.rows].find(({ id }) => id === mine.id);
    const unchanged = {
      rowId: mine.id,
      rowVersion: state?.version ?? 1,
      planVersion: held.version,
    };
    if (expectedVersion === null && isHere && isSame(theirs, mine)) return unchanged;
    refuseGone(kind, state, mine, expectedVersion);
    const isStale = isHere && expectedVersion !== null && state.version !== expectedVersion;
    if (isStale && input.exact && !isSame(theirs, mine))
      throw stale(kind.noun, state, expectedVersion);
    const row = isStale
      ? await mergedRow(tx, ctx, kind, { held, mine, expectedVersion, version: state.version })
      : mine;
    if (isHere && isSame(theirs, row)) return unchanged;
    if (!isHere) await refuseMore(tx, ctx, kind, key);
    const { currency } = held.plan;
    const rowVersion = await writeRow(tx, ctx.orgId, { key, row, held: state, currency });
    const planVersion = await record(tx, ctx, { kind, key, action: "save", rowVersion });
    return { rowId: row.id, rowVersion, planVersion };
  });
}

type Stale = {
  readonly held: HeldPlan;
  readonly mine: PlanRow;
  readonly expectedVersion: number;
  readonly version: number;
};

/** The row with what somebody else saved meanwhile and what is sent now, where the two do not meet. */
async function mergedRow(
  tx: Transaction,
  ctx: Context,
  { rows, noun, check }: RowsKind,
  { held, mine, ...versions }: Stale,
): Promise<PlanRow> {
  const { id } = mine;
  const withRow = (row: unknown): Plan => ({
    ...held.plan,
    [rows]: held.plan[rows].map((other) => (other.id === id ? row : other)),
  });
  const merged = await mergeOrAsk(tx, ctx, {
    ...versions,
    held,
    part: { subject: noun, id },
    noun,
    mine,
    within: withRow,
    read: (plan) => withoutDangling(plan)[rows].find((row) => row.id === id),
  });
  return acceptOrRefuse(check(withoutDangling(held.plan), merged));
}

function refuseGone(
  { rows, noun }: RowsKind,
  state: RowState | null,
  row: PlanRow,
  expectedVersion: number | null,
): void {
  if (expectedVersion === null) {
    if (!state || state.deleted) return;
    throw new AppError(
      "CONFLICT",
      `This plan has a ${noun} with the id \u201c${row.id}\u201d already. Give this one another id.`,
      { fields: { [`${rows}.${row.id}.id`]: "Taken in this plan. Choose another." } },
    );
  }
  if (!state || state.deleted)
    throw new AppError(
      "CONFLICT",
      `This ${noun} was deleted since you opened it. Undo the deletion, or save it as a new ${noun}.`,
      { currentVersion: null },
    );
}

async function refuseMore(
  tx: Transaction,
  ctx: Context,
  { noun }: RowsKind,
  key: RowKey,
): Promise<void> {
  if ((await countRows(tx, ctx.orgId, key)) >= maxRows)
    throw new AppError("INVALID", `A plan has at most ${maxRows} ${noun}s. Delete one first.`);
}

export async function removeRow(ctx: Context, kind: RowsKind, input: RowOfPlan): Promise<RowSaved> {
  authorize(ctx, "plan:write");
  return setDeleted(ctx, kind, { ...input, deleted: true });
}

export async function restoreRow(
  ctx: Context,
  kind: RowsKind,
  input: RowOfPlan,
): Promise<RowSaved> {
  authorize(ctx, "plan:write");
  return setDeleted(ctx, kind, { ...input, deleted: false });
}

/**
 * Deleting never asks and never refuses: what pointed at the row is left as it is and read without it
 * (see `withoutDangling`), so undoing brings everything back.
 */
function setDeleted(
  ctx: Context,
  kind: RowsKind,
  { planId, rowId, deleted, expectedVersion }: RowOfPlan & { readonly deleted: boolean },
): Promise<RowSaved> {
  return changePlan(ctx, planId, async (tx, held) => {
    const key = { planId: held.id, rows: kind.rows, rowId };
    const state = isStorable(rowId) ? await findRow(tx, ctx.orgId, key) : null;
    if (!state) throw new AppError("NOT_FOUND", `This plan has no such ${kind.noun}.`);
    if (state.deleted === deleted)
      return { rowId, rowVersion: state.version, planVersion: held.version };
    if (expectedVersion !== undefined && expectedVersion !== state.version)
      throw stale(kind.noun, state, expectedVersion);
    if (!deleted) await refuseMore(tx, ctx, kind, key);
    const rowVersion = state.version + 1;
    await setRowDeleted(tx, ctx.orgId, { key, deleted, version: rowVersion });
    const action = deleted ? "remove" : "restore";
    const planVersion = await record(tx, ctx, { kind, key, action, rowVersion });
    return { rowId, rowVersion, planVersion };
  });
}

function record(
  tx: Transaction,
  ctx: Context,
  change: { kind: RowsKind; key: RowKey; action: string; rowVersion: number },
): Promise<number> {
  const { kind, key, action, rowVersion } = change;
  return recordChange(tx, ctx, {
    action,
    subject: kind.noun,
    subjectId: key.rowId,
    planId: key.planId,
    parts: [{ subject: kind.noun, id: key.rowId }],
    detail: { version: rowVersion },
  });
}
