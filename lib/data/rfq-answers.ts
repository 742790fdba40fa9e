import { createHash } from "node:crypto";
import type { OrgId } from "@/lib/auth/context";
import type { RfqAnswer } from "@/lib/schemas/rfq";
import type { Transaction } from "./client";

/** The role that asks may not read an answer's content: what is not named here comes from `openAnswers`. */
const columns = {
  rfqId: true,
  supplierId: true,
  id: true,
  number: true,
  sha256: true,
  rfqRevision: true,
  receivedAt: true,
  quoteId: true,
  quoteRevision: true,
} as const;

export type HeldAnswer = RfqAnswer & {
  readonly rfqId: string;
  readonly supplierId: string;
  readonly sha256: string;
};

/** The last first. */
export async function listAnswers(
  tx: Transaction,
  orgId: OrgId,
  rfqs: readonly { readonly id: string }[],
): Promise<readonly HeldAnswer[]> {
  const rows = await tx.rfqAnswer.findMany({
    where: { orgId, rfqId: { in: rfqs.map(({ id }) => id) } },
    orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
    select: columns,
  });
  const quotes = await tx.quote.findMany({
    where: { orgId, id: { in: rows.flatMap(({ quoteId }) => quoteId ?? []) } },
    select: { id: true, currency: true },
  });
  const currencies = new Map(quotes.map(({ id, currency }) => [id, currency]));
  return rows.map(({ quoteId, quoteRevision, receivedAt, ...row }) => {
    const currency = quoteId === null ? undefined : currencies.get(quoteId);
    return {
      ...row,
      receivedAt: receivedAt.toISOString(),
      quote:
        quoteId === null || currency === undefined
          ? null
          : { id: quoteId, revision: quoteRevision ?? 1, currency },
    };
  });
}

export const answersOf = (
  answers: readonly HeldAnswer[],
  supplierId: string,
): readonly RfqAnswer[] =>
  answers
    .filter((answer) => answer.supplierId === supplierId)
    .map(({ rfqId: _rfq, supplierId: _supplier, sha256: _sha256, ...answer }) => answer);

export const fingerprintOf = (said: object): string =>
  createHash("sha256").update(JSON.stringify(said)).digest("hex");

export type NewAnswer = {
  readonly id: string;
  readonly rfqId: string;
  readonly supplierId: string;
  readonly rfqRevision: number;
  readonly number: string;
  readonly sha256: string;
  readonly receivedAt: Date;
} & (
  | { readonly content: object; readonly quote: null }
  | { readonly content: null; readonly quote: { readonly id: string; readonly revision: number } }
);

export async function insertAnswer(
  tx: Transaction,
  orgId: OrgId,
  { content, quote, ...answer }: NewAnswer,
): Promise<void> {
  const data = {
    ...{ ...answer, orgId },
    ...(content && { content }),
    ...(quote && { quoteId: quote.id, quoteRevision: quote.revision }),
  };
  await tx.rfqAnswer.createMany({ data: [data] });
}

/** The last answer of a supplier under this number, sealed or not. */
export function findLastAnswer(
  tx: Transaction,
  orgId: OrgId,
  about: { readonly rfqId: string; readonly supplierId: string; readonly number: string },
): Promise<{
  readonly sha256: string;
  readonly rfqRevision: number;
  readonly receivedAt: Date;
} | null> {
  return tx.rfqAnswer.findFirst({
    where: { orgId, ...about },
    orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
    select: { sha256: true, rfqRevision: true, receivedAt: true },
  });
}

/** What the sealed answers of an opened RFQ say, the first first; none before. */
export function openAnswers(
  tx: Transaction,
  orgId: OrgId,
  rfqId: string,
): Promise<
  readonly {
    readonly id: string;
    readonly supplierId: string;
    readonly receivedAt: Date;
    readonly content: unknown;
  }[]
> {
  return tx.$queryRaw`
    select a.id, a.supplier_id as "supplierId", a.received_at as "receivedAt", o.content
    from rfq_answer a join open_answers(${rfqId}::uuid) o on o.id = a.id
    where a.org_id = ${orgId}::uuid order by a.received_at, a.id`;
}

/** What was sealed is a quote from here on. */
export async function setAnswerQuote(
  tx: Transaction,
  orgId: OrgId,
  {
    id,
    quote,
  }: { readonly id: string; readonly quote: { readonly id: string; readonly revision: number } },
): Promise<void> {
  await tx.$executeRaw`
    update rfq_answer set content = null, quote_id = ${quote.id}::uuid, quote_revision = ${quote.revision}
    where org_id = ${orgId}::uuid and id = ${id}::uuid`;
}

/** The RFQ that a quote answers, and which revision of it. */
export async function findAnsweredRfq(
  tx: Transaction,
  orgId: OrgId,
  quoteId: string,
): Promise<{ readonly rfqId: string; readonly rfqRevision: number } | null> {
  return tx.rfqAnswer.findFirst({
    where: { orgId, quoteId },
    orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
    select: { rfqId: true, rfqRevision: true },
  });
}
