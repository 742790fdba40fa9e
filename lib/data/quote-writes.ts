import type { OrgId } from "@/lib/auth/context";
import type { QuoteContent, QuoteStatus } from "@/lib/schemas/quote";
import type { LinesChange } from "@/lib/schemas/quote-inputs";
import type { Actor } from "./audit";
import type { Transaction } from "./client";
import { insertLines, lineTexts } from "./line-writes";
import { termsData } from "./quote-rows";

const at = (orgId: OrgId, id: string) => ({ orgId_id: { orgId, id } });

export type QuoteWrite = {
  readonly id: string;
  readonly supplierId: string;
  readonly number: string;
  readonly currency: string;
};

/** False where the organization has a quote of this id, or of this supplier and number, already. */
export async function insertQuote(
  tx: Transaction,
  { orgId, userId }: Actor,
  quote: QuoteWrite,
): Promise<boolean> {
  const { count } = await tx.quote.createMany({
    data: [{ ...quote, orgId, createdByUserId: userId }],
    skipDuplicates: true,
  });
  return count > 0;
}

export async function updateQuote(
  tx: Transaction,
  orgId: OrgId,
  {
    id,
    ...data
  }: { readonly id: string } & Partial<QuoteWrite> & { readonly status?: QuoteStatus },
): Promise<number> {
  const { version } = await tx.quote.update({
    where: at(orgId, id),
    data: { ...data, version: { increment: 1 } },
    select: { version: true },
  });
  return version;
}

type RevisionKey = { readonly quoteId: string; readonly revision: number };

/** Writes a revision that is being entered, new or over itself. */
export async function writeRevision(
  tx: Transaction,
  { orgId, userId }: Actor,
  { quoteId, revision, content }: RevisionKey & { readonly content: QuoteContent },
): Promise<void> {
  const key = { orgId, quoteId, revision };
  const terms = termsData(content);
  await tx.quoteRevision.upsert({
    where: { orgId_quoteId_revision: key },
    create: { ...terms, ...key, createdByUserId: userId },
    update: terms,
  });
  await tx.quoteLine.deleteMany({ where: key });
  await insertLines(tx, key, { lines: lineTexts(content.lines), firstPosition: 0 });
}

/** The same where few lines are others: only those are written. */
export async function patchRevision(
  tx: Transaction,
  { orgId }: Actor,
  {
    quoteId,
    revision,
    content,
    change,
  }: RevisionKey & {
    readonly content: QuoteContent;
    readonly change: LinesChange;
  },
): Promise<void> {
  const key = { orgId, quoteId, revision };
  await tx.quoteRevision.update({
    where: { orgId_quoteId_revision: key },
    data: termsData(content),
  });
  const places = change.changed.map(({ at }) => at);
  await tx.quoteLine.deleteMany({
    where: { ...key, OR: [{ position: { in: places } }, { position: { gte: change.count } }] },
  });
  for (const { at, line } of change.changed.filter(({ at }) => at < change.count))
    await insertLines(tx, key, { lines: lineTexts([line]), firstPosition: at });
}

/** From here on the revision stays as it is. */
export async function receiveRevision(
  tx: Transaction,
  orgId: OrgId,
  { quoteId, revision, receivedAt = new Date() }: RevisionKey & { readonly receivedAt?: Date },
): Promise<void> {
  await tx.quoteRevision.update({
    where: { orgId_quoteId_revision: { orgId, quoteId, revision } },
    data: { receivedAt },
  });
}

/** With its revisions and lines. */
export async function deleteQuote(tx: Transaction, orgId: OrgId, id: string): Promise<void> {
  await tx.quote.delete({ where: at(orgId, id), select: { id: true } });
}

/** Null where nothing is said of freight. */
/** What the supplier says it comes to, beside what the lines do. */
export async function setStatedTotal(
  tx: Transaction,
  orgId: OrgId,
  {
    quoteId,
    revision,
    ...stated
  }: RevisionKey & { readonly statedTotal: string | null; readonly statedTotalHasTax: boolean },
): Promise<void> {
  await tx.quoteRevision.update({
    where: { orgId_quoteId_revision: { orgId, quoteId, revision } },
    data: stated,
  });
}

export async function setFreight(
  tx: Transaction,
  orgId: OrgId,
  { quoteId, revision, freight }: RevisionKey & { readonly freight: string | null },
): Promise<void> {
  await tx.quoteRevision.update({
    where: { orgId_quoteId_revision: { orgId, quoteId, revision } },
    data: { freight },
  });
}
