import type { Context } from "@/lib/auth/context";
import { authorize, can } from "@/lib/auth/permissions";
import { listEventsOf } from "@/lib/data/activity";
import { type Transaction, withOrganization } from "@/lib/data/client";
import { listRfqImports } from "@/lib/data/job-inputs";
import { askSuppliers, insertRfq, updateRfq, writeRfqRevision } from "@/lib/data/rfq-writes";
import { findRfq, type HeldRfq, instantOf, listRfqs as list } from "@/lib/data/rfqs";
import { supplierIdOf } from "@/lib/data/suppliers";
import { AppError } from "@/lib/errors";
import {
  type CreateRfq,
  type ListedRfq,
  type RfqContent,
  type RfqImport,
  rfqContentOf,
  type SaveRfq,
  type StoredRfq,
} from "@/lib/schemas/rfq";
import { isSame, uuidOf } from "./in-plan";
import {
  changeRfq,
  newestRfq,
  noSuchRfq,
  type RfqSaved,
  recordRfq,
  refuseStaleRfq,
  rfqIdOf,
  savedRfq,
} from "./in-rfq";

export type RfqNamed = { readonly rfqId: string };

export async function listRfqs(ctx: Context): Promise<readonly ListedRfq[]> {
  authorize(ctx, "quote:read");
  return withOrganization(ctx.orgId, (tx) => list(tx, ctx.orgId));
}

export async function getRfq(
  ctx: Context,
  { rfqId }: RfqNamed,
  now = new Date(),
): Promise<StoredRfq> {
  authorize(ctx, "quote:read");
  const id = rfqIdOf(rfqId);
  return withOrganization(ctx.orgId, async (tx) => {
    const held = await findRfq(tx, ctx.orgId, id);
    if (!held) throw noSuchRfq();
    const imports = await listRfqImports(tx, ctx.orgId, id);
    const events = await listEventsOf(tx, ctx.orgId, { subject: "rfq", subjectId: id });
    return {
      ...held,
      imports: imports.filter((one) => isOpenImport(one, held)),
      events,
      isOver: isOver(held, now),
      canEdit: can(ctx.role, "quote:write"),
      canOpenEarly: can(ctx.role, "rfq:open-early"),
    };
  });
}

/** What failed before an answer came in is mended by it. */
function isOpenImport(
  { supplierId, endedAt }: RfqImport,
  { suppliers }: Pick<HeldRfq, "suppliers">,
): boolean {
  const last = suppliers.find((one) => one.supplierId === supplierId)?.answers[0];
  return endedAt === null || last === undefined || endedAt > last.receivedAt;
}

/** The deadline itself still counts as in time. */
export const isOver = ({ deadlineAt }: Pick<HeldRfq, "deadlineAt">, now: Date): boolean =>
  deadlineAt !== null && now.getTime() > Date.parse(deadlineAt);

/** A draft with its first revision; the id is the client's, so that a form sent twice makes one. */
export async function createRfq(
  ctx: Context,
  { id: asked, origin, content }: CreateRfq,
): Promise<RfqSaved> {
  authorize(ctx, "quote:write");
  const id = rfqIdOf(asked);
  if (origin) uuidOf(origin.planId);
  return withOrganization(ctx.orgId, async (tx) => {
    const twin = await findRfq(tx, ctx.orgId, id);
    if (twin) return savedRfq(twin);
    await refuseDeadline(tx, content);
    if (!(await insertRfq(tx, ctx.orgId, { id, origin }))) {
      const other = await findRfq(tx, ctx.orgId, id);
      if (!other) throw noSuchRfq();
      return savedRfq(other);
    }
    await writeRfqRevision(tx, ctx.orgId, { rfqId: id, revision: 1, content });
    await recordRfq(tx, ctx, { id, title: content.title }, { action: "create", revision: 1 });
    return { id, version: 1, revision: 1 };
  });
}

/** When the deadline is; null where there is none. */
export async function refuseDeadline(
  tx: Transaction,
  { deadlineLocal, deadlineZone }: RfqContent,
): Promise<Date | null> {
  if (deadlineLocal === null) return null;
  const at = await instantOf(tx, deadlineLocal, deadlineZone);
  if (at) return at;
  const message = `The zone ${deadlineZone} is not known here. Choose one from the list.`;
  throw new AppError("INVALID", message, { fields: { "content.deadlineZone": message } });
}

/**
 * Writes over the revision that is not sent yet. Where the newest one was sent, other content begins the next
 * one; whom it asks belongs to no revision.
 */
export async function saveRfq(ctx: Context, input: SaveRfq): Promise<RfqSaved> {
  authorize(ctx, "quote:write");
  return changeRfq(ctx, input.rfqId, async (tx, held) => {
    const newest = newestRfq(held);
    const { content, isSealed } = input;
    const sameContent = isSame(content, rfqContentOf(newest));
    const names = held.suppliers.map(({ name }) => name);
    const sameSuppliers = isSame([...names].sort(), [...input.suppliers].sort());
    if (sameContent && sameSuppliers && isSealed === held.isSealed) return savedRfq(held);
    refuseStaleRfq(held, input.expectedVersion);
    refuseEnded(held);
    if (isSealed !== held.isSealed && held.status !== "draft")
      throw new AppError(
        "INVALID",
        "Whether answers stay sealed was said when the RFQ was sent, and stays so.",
      );
    await refuseDeadline(tx, content);
    if (!sameSuppliers) await changeSuppliers(tx, ctx, held, input.suppliers);
    const revision = newest.sentAt === null || sameContent ? newest.revision : newest.revision + 1;
    if (!sameContent) await writeRfqRevision(tx, ctx.orgId, { rfqId: held.id, revision, content });
    const version = await updateRfq(tx, ctx.orgId, { id: held.id, isSealed });
    await recordRfq(tx, ctx, { id: held.id, title: content.title }, { action: "save", revision });
    return { id: held.id, version, revision };
  });
}

export function refuseEnded({ status }: Pick<HeldRfq, "status">): void {
  if (status === "closed" || status === "cancelled")
    throw new AppError(
      "INVALID",
      `This RFQ is ${status}, and stays as it is. Make another one from the plan.`,
    );
}

async function changeSuppliers(
  tx: Transaction,
  ctx: Context,
  held: HeldRfq,
  wanted: readonly string[],
): Promise<void> {
  const left = held.suppliers.filter(({ name }) => !wanted.includes(name));
  const answered = left.find(({ answers }) => answers.length > 0);
  if (answered)
    throw new AppError(
      "INVALID",
      `${answered.name} has answered already, and stays among those asked.`,
    );
  const add: string[] = [];
  for (const name of wanted)
    if (!held.suppliers.some((one) => one.name === name))
      add.push(await supplierIdOf(tx, ctx.orgId, name));
  const remove = left.map(({ supplierId }) => supplierId);
  await askSuppliers(tx, ctx.orgId, { rfqId: held.id, add, remove });
}
