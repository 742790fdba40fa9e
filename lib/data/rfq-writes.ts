import type { OrgId } from "@/lib/auth/context";
import type { Decline, RfqContent, RfqOrigin, RfqStatus, SaveQuestion } from "@/lib/schemas/rfq";
import type { Transaction } from "./client";

const at = (orgId: OrgId, id: string) => ({ orgId_id: { orgId, id } });

/** False where the organization has an RFQ of this id already. */
export async function insertRfq(
  tx: Transaction,
  orgId: OrgId,
  { id, origin }: { readonly id: string; readonly origin: RfqOrigin },
): Promise<boolean> {
  const { count } = await tx.rfq.createMany({
    data: [{ orgId, id, planId: origin?.planId ?? null, optionId: origin?.optionId ?? null }],
    skipDuplicates: true,
  });
  return count > 0;
}

export type RfqChange = {
  readonly status?: RfqStatus;
  readonly isSealed?: boolean;
  readonly deadlineAt?: Date;
  readonly sentRevision?: number;
  readonly openedAt?: Date;
  readonly openedReason?: string;
};

/** The version it has from here on. */
export async function updateRfq(
  tx: Transaction,
  orgId: OrgId,
  { id, ...data }: RfqChange & { readonly id: string },
): Promise<number> {
  const { version } = await tx.rfq.update({
    where: at(orgId, id),
    data: { ...data, version: { increment: 1 } },
    select: { version: true },
  });
  return version;
}

/** Something came in or was noted; what was written to suppliers, and the version of that, stay. */
export async function touchRfq(tx: Transaction, orgId: OrgId, id: string): Promise<void> {
  await tx.rfq.update({
    where: at(orgId, id),
    data: { updatedAt: new Date() },
    select: { id: true },
  });
}

type RevisionKey = { readonly rfqId: string; readonly revision: number };

/** Writes a revision that is not sent, new or over itself. */
export async function writeRfqRevision(
  tx: Transaction,
  orgId: OrgId,
  { content, ...named }: RevisionKey & { readonly content: RfqContent },
): Promise<void> {
  const { items, ...terms } = content;
  const key = { orgId, ...named };
  await tx.rfqRevision.upsert({
    where: { orgId_rfqId_revision: key },
    create: { ...terms, ...key },
    update: terms,
    select: { revision: true },
  });
  await tx.rfqItem.deleteMany({ where: key });
  await tx.rfqItem.createMany({
    data: items.map((item, position) => ({ ...item, ...key, position })),
  });
}

/** From here on the revision stays as it is. */
export async function sendRfqRevision(
  tx: Transaction,
  orgId: OrgId,
  { sentAt, ...named }: RevisionKey & { readonly sentAt: Date },
): Promise<void> {
  await tx.rfqRevision.update({
    where: { orgId_rfqId_revision: { orgId, ...named } },
    data: { sentAt },
    select: { revision: true },
  });
}

export async function askSuppliers(
  tx: Transaction,
  orgId: OrgId,
  { rfqId, add, remove }: { rfqId: string; add: readonly string[]; remove: readonly string[] },
): Promise<void> {
  await tx.rfqSupplier.deleteMany({ where: { orgId, rfqId, supplierId: { in: [...remove] } } });
  await tx.rfqSupplier.createMany({
    data: add.map((supplierId) => ({ orgId, rfqId, supplierId })),
    skipDuplicates: true,
  });
}

export async function updateDeclined(
  tx: Transaction,
  orgId: OrgId,
  { rfqId, supplierId, declined, reason }: Decline,
): Promise<void> {
  await tx.rfqSupplier.update({
    where: { orgId_rfqId_supplierId: { orgId, rfqId, supplierId } },
    data: {
      declinedAt: declined ? new Date() : null,
      declinedReason: declined ? reason : "",
    },
    select: { supplierId: true },
  });
}

export async function writeQuestion(
  tx: Transaction,
  orgId: OrgId,
  { rfqId, id, supplierId, question, answer }: SaveQuestion,
): Promise<void> {
  const answeredAt = answer.trim() === "" ? null : new Date();
  await tx.rfqQuestion.upsert({
    where: { orgId_rfqId_id: { orgId, rfqId, id } },
    create: { orgId, rfqId, id, supplierId, question, answer, answeredAt },
    update: { question, answer, answeredAt },
    select: { id: true },
  });
}
