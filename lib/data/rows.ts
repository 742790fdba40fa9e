import type { OrgId } from "@/lib/auth/context";
import { supplyOption } from "@/lib/schemas/option";
import type { Plan } from "@/lib/schemas/plan";
import { scenario } from "@/lib/schemas/scenario";
import type { ServerQuote } from "@/lib/schemas/server-quote";
import { workload } from "@/lib/schemas/workload";
import type { Transaction } from "./client";
import { saveServerQuote, toServerQuote, withServerQuote } from "./server-quotes";

/** The three lists of a plan, each a table of its own. */
export type RowsName = "workloads" | "options" | "scenarios";
export type PlanRow = Plan[RowsName][number];

export type RowKey = { readonly planId: string; readonly rows: RowsName; readonly rowId: string };

export type RowState = {
  readonly version: number;
  readonly deleted: boolean;
  readonly serverQuoteId: string | null;
};

const rowSchemas = { workloads: workload, options: supplyOption, scenarios: scenario };

/** The three tables have the same columns, but for the option's server quote. */
function tableOf(tx: Transaction, rows: RowsName): Transaction["workload"] {
  const tables = { workloads: tx.workload, options: tx.supplyOption, scenarios: tx.scenario };
  return tables[rows] as Transaction["workload"];
}

const at = (orgId: OrgId, { planId, rowId }: RowKey) => ({
  orgId_planId_id: { orgId, planId, id: rowId },
});

/** A row, deleted or not; null where there never was one. */
export async function findRow(
  tx: Transaction,
  orgId: OrgId,
  key: RowKey,
): Promise<RowState | null> {
  const row = await tableOf(tx, key.rows).findUnique({ where: at(orgId, key) });
  if (!row) return null;
  const serverQuoteId = (row as { serverQuoteId?: string | null }).serverQuoteId ?? null;
  return { version: row.version, deleted: row.deletedAt !== null, serverQuoteId };
}

/** A row as it stands, deleted or not, with its server quote. */
export async function findRowAsIs(
  tx: Transaction,
  orgId: OrgId,
  key: RowKey,
): Promise<{ version: number; position: number; deleted: boolean; body: PlanRow }> {
  const where = at(orgId, key);
  const row =
    key.rows === "options"
      ? await tx.supplyOption.findUniqueOrThrow({ where, ...withServerQuote })
      : { ...(await tableOf(tx, key.rows).findUniqueOrThrow({ where })), serverQuote: null };
  const { version, position, deletedAt, serverQuote } = row;
  const quote = serverQuote ? toServerQuote(serverQuote) : undefined;
  const body = rowSchemas[key.rows].parse(whole(row.body, quote));
  return { version, position, deleted: deletedAt !== null, body };
}

export const countRows = (tx: Transaction, orgId: OrgId, { planId, rows }: Omit<RowKey, "rowId">) =>
  tableOf(tx, rows).count({ where: { orgId, planId, deletedAt: null } });

/** Where a row and its server quote part: that has a table of its own. */
function parted(body: PlanRow): { body: object; quote: ServerQuote | null } {
  if (!("quote" in body)) return { body, quote: null };
  const { quote, ...rest } = body;
  return { body: rest, quote };
}

/** Of the row's amounts: its own, else the plan's. */
const currencyOf = (row: PlanRow, ofPlan: string) =>
  ("currency" in row ? row.currency : undefined) ?? ofPlan;

/** The body as the plan's schema knows it, before parsing. */
export const whole = (body: unknown, quote: unknown): unknown =>
  quote === undefined ? body : { ...(body as object), quote };

async function serverQuoteColumn(
  tx: Transaction,
  orgId: OrgId,
  row: { rows: RowsName; quote: ServerQuote | null; held: string | null; currency: string },
): Promise<{ serverQuoteId?: string | null }> {
  if (row.rows !== "options") return {};
  if (row.quote === null) return { serverQuoteId: null };
  const { held, quote, currency } = row;
  return { serverQuoteId: await saveServerQuote(tx, orgId, { id: held, quote, currency }) };
}

/** Writes a row as new, or over the one that `held` tells of, and gives its version. */
export async function writeRow(
  tx: Transaction,
  orgId: OrgId,
  write: { key: RowKey; row: PlanRow; held: RowState | null; currency: string },
): Promise<number> {
  const { key, row, held, currency } = write;
  const { body, quote } = parted(row);
  const column = await serverQuoteColumn(tx, orgId, {
    rows: key.rows,
    quote,
    held: held?.serverQuoteId ?? null,
    currency: currencyOf(row, currency),
  });
  const table = tableOf(tx, key.rows);
  if (held) {
    const version = held.version + 1;
    const data = { body, version, deletedAt: null, ...column };
    await table.update({ where: at(orgId, key), data });
    return version;
  }
  const { planId, rowId: id } = key;
  const { _max } = await table.aggregate({ where: { orgId, planId }, _max: { position: true } });
  const position = (_max.position ?? -1) + 1;
  await table.create({ data: { orgId, planId, id, position, body, ...column } });
  return 1;
}

/** Deletes a row or brings it back; its body stays, so that nothing is lost in between. */
export async function setRowDeleted(
  tx: Transaction,
  orgId: OrgId,
  { key, deleted, version }: { key: RowKey; deleted: boolean; version: number },
): Promise<void> {
  await tableOf(tx, key.rows).update({
    where: at(orgId, key),
    data: { deletedAt: deleted ? new Date() : null, version },
  });
}

/** All rows of a new plan at once, in the order the plan has them. */
export async function insertRows(
  tx: Transaction,
  orgId: OrgId,
  { planId, plan }: { planId: string; plan: Plan },
): Promise<void> {
  const rowOf = (row: PlanRow, position: number) => ({
    orgId,
    planId,
    id: row.id,
    position,
    body: parted(row).body,
  });
  await tx.workload.createMany({ data: plan.workloads.map(rowOf) });
  await tx.scenario.createMany({ data: plan.scenarios.map(rowOf) });
  const options: object[] = [];
  for (const [position, option] of plan.options.entries()) {
    const { quote } = parted(option);
    const held = {
      rows: "options" as const,
      quote,
      held: null,
      currency: currencyOf(option, plan.currency),
    };
    options.push({ ...rowOf(option, position), ...(await serverQuoteColumn(tx, orgId, held)) });
  }
  await tx.supplyOption.createMany({
    data: options as (ReturnType<typeof rowOf> & { serverQuoteId?: string })[],
  });
}
