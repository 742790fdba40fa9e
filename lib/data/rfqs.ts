import type { OrgId } from "@/lib/auth/context";
import type {
  AskedSupplier,
  ListedRfq,
  Rfq,
  RfqQuestion,
  RfqRevision,
  RfqStatus,
} from "@/lib/schemas/rfq";
import type { Transaction } from "./client";
import { answersOf, listAnswers } from "./rfq-answers";
import { revisionColumns, toRfqRevision } from "./rfq-rows";

const at = (orgId: OrgId, id: string) => ({ orgId_id: { orgId, id } });

type RfqRow = {
  readonly id: string;
  readonly planId: string | null;
  readonly optionId: string | null;
  readonly status: RfqStatus;
  readonly isSealed: boolean;
  readonly deadlineAt: Date | null;
  readonly sentRevision: number | null;
  readonly openedAt: Date | null;
  readonly openedReason: string;
  readonly version: number;
  readonly updatedAt: Date;
};
const columns = {
  id: true,
  planId: true,
  optionId: true,
  status: true,
  isSealed: true,
  deadlineAt: true,
  sentRevision: true,
  openedAt: true,
  openedReason: true,
  version: true,
  updatedAt: true,
} as const;

const toRfq = ({ planId, optionId, deadlineAt, openedAt, updatedAt, ...row }: RfqRow): Rfq => ({
  ...row,
  origin: planId === null || optionId === null ? null : { planId, optionId },
  deadlineAt: deadlineAt?.toISOString() ?? null,
  openedAt: openedAt?.toISOString() ?? null,
  updatedAt: updatedAt.toISOString(),
});

/** The organization's RFQs, each with its newest revision, the last changed first. */
export async function listRfqs(
  tx: Transaction,
  orgId: OrgId,
  { supplierId }: { readonly supplierId?: string } = {},
): Promise<readonly ListedRfq[]> {
  const rows = await tx.rfq.findMany({
    where: { orgId, ...(supplierId && { suppliers: { some: { supplierId } } }) },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    select: columns,
  });
  const ids = { in: rows.map(({ id }) => id) };
  const revisions = await tx.rfqRevision.findMany({
    where: { orgId, rfqId: ids },
    orderBy: [{ rfqId: "asc" }, { revision: "desc" }],
    distinct: ["rfqId"],
    select: { rfqId: true, ...revisionColumns },
  });
  const asked = await tx.rfqSupplier.groupBy({
    by: ["rfqId"],
    where: { orgId, rfqId: ids },
    _count: { supplierId: true },
  });
  const answers = await listAnswers(tx, orgId, rows);
  return rows.flatMap((row) => {
    const found = revisions.find(({ rfqId }) => rfqId === row.id);
    if (!found) return [];
    const { rfqId: _, ...newest } = found;
    const answering = answers.filter(({ rfqId }) => rfqId === row.id);
    return [
      {
        ...toRfq(row),
        newest: toRfqRevision(newest),
        asked: asked.find(({ rfqId }) => rfqId === row.id)?._count.supplierId ?? 0,
        answered: new Set(answering.map(({ supplierId }) => supplierId)).size,
      },
    ];
  });
}

export type HeldRfq = Rfq & {
  readonly revisions: readonly RfqRevision[];
  readonly suppliers: readonly AskedSupplier[];
  readonly questions: readonly RfqQuestion[];
};

/** An RFQ with all its revisions, newest first, whom it asks and what they said. */
export async function findRfq(tx: Transaction, orgId: OrgId, id: string): Promise<HeldRfq | null> {
  const row = await tx.rfq.findUnique({ where: at(orgId, id), select: columns });
  if (!row) return null;
  const revisions = await tx.rfqRevision.findMany({
    where: { orgId, rfqId: id },
    orderBy: { revision: "desc" },
    select: revisionColumns,
  });
  const asked = await tx.rfqSupplier.findMany({
    where: { orgId, rfqId: id },
    orderBy: [{ supplier: { name: "asc" } }, { supplierId: "asc" }],
    select: {
      supplierId: true,
      declinedAt: true,
      declinedReason: true,
      supplier: { select: { name: true, email: true } },
    },
  });
  const answers = await listAnswers(tx, orgId, [{ id }]);
  const questions = await tx.rfqQuestion.findMany({
    where: { orgId, rfqId: id },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      supplierId: true,
      question: true,
      answer: true,
      answeredAt: true,
      createdAt: true,
    },
  });
  return {
    ...toRfq(row),
    revisions: revisions.map(toRfqRevision),
    suppliers: asked.map(({ supplier, declinedAt, ...one }) => ({
      ...one,
      ...supplier,
      declinedAt: declinedAt?.toISOString() ?? null,
      answers: answersOf(answers, one.supplierId),
    })),
    questions: questions.map(({ answeredAt, createdAt, ...one }) => ({
      ...one,
      answeredAt: answeredAt?.toISOString() ?? null,
      createdAt: createdAt.toISOString(),
    })),
  };
}

/** Holds the RFQ until the transaction ends, so that two changes of it follow each other. */
export async function lockRfq(tx: Transaction, orgId: OrgId, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<object[]>`
    select id from rfq where org_id = ${orgId}::uuid and id = ${id}::uuid for update`;
  return rows.length > 0;
}

/** Names that the database has been asked about: its list is made from a thousand files each time. */
const knownZones = new Set<string>();

async function isZone(tx: Transaction, zone: string): Promise<boolean> {
  if (knownZones.has(zone)) return true;
  const rows = await tx.$queryRaw<object[]>`
    select from pg_timezone_names where name = ${zone}`;
  if (rows.length > 0) knownZones.add(zone);
  return rows.length > 0;
}

/** When a clock on the wall of a zone shows that; null for no zone. */
export async function instantOf(
  tx: Transaction,
  local: string,
  zone: string,
): Promise<Date | null> {
  if (!(await isZone(tx, zone))) return null;
  const rows = await tx.$queryRaw<{ at: Date }[]>`
    select (${local}::timestamp at time zone ${zone}) as at`;
  return rows[0]?.at ?? null;
}
