import type { OrgId } from "@/lib/auth/context";
import type {
  FormerQuote,
  ListedQuote,
  Quote,
  QuoteRevision,
  QuoteStatus,
} from "@/lib/schemas/quote";
import { awardedParts } from "./awarded-parts";
import type { Transaction } from "./client";
import { outlineRevisions } from "./quote-outlines";
import { type QuoteRevisionRow, toRevision } from "./quote-rows";

const at = (orgId: OrgId, id: string) => ({ orgId_id: { orgId, id } });
const withLines = { include: { lines: { orderBy: { position: "asc" } } } } as const;

type QuoteRow = {
  readonly id: string;
  readonly supplierId: string;
  readonly number: string;
  readonly currency: string;
  readonly status: QuoteStatus;
  readonly version: number;
  readonly createdByUserId: string | null;
  readonly updatedAt: Date;
  readonly supplier: { readonly name: string };
};
const select = {
  id: true,
  supplierId: true,
  number: true,
  currency: true,
  status: true,
  version: true,
  createdByUserId: true,
  updatedAt: true,
  supplier: { select: { name: true } },
} as const;

type Names = ReadonlyMap<string, string>;

/** One query after another: a transaction has one connection. */
async function namesOf(
  tx: Transaction,
  rows: readonly { readonly createdByUserId: string | null }[],
): Promise<Names> {
  const ids = rows.map(({ createdByUserId }) => createdByUserId).filter((id) => id !== null);
  const users = await tx.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(users.map(({ id, name }) => [id, name]));
}

const nameIn = (names: Names, id: string | null) => (id === null ? null : (names.get(id) ?? null));

const toQuote = (
  { supplier, createdByUserId, updatedAt, ...row }: QuoteRow,
  names: Names,
): Quote => ({
  ...row,
  supplierName: supplier.name,
  createdBy: nameIn(names, createdByUserId),
  updatedAt: updatedAt.toISOString(),
});

/** To how many decimals an amount of a currency is paid. */
type Decimals = { readonly decimalsOf: (currency: string) => number };

/**
 * A supplier's quotes, each with the revision that counts: the newest received, else the draft. The last
 * changed first.
 */
export async function listQuotesOfSupplier(
  tx: Transaction,
  orgId: OrgId,
  { supplierId, ...by }: Decimals & { readonly supplierId: string },
): Promise<readonly ListedQuote[]> {
  const rows = await tx.quote.findMany({
    where: { orgId, supplierId },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    select,
  });
  return toListed(tx, orgId, { rows, ...by });
}

/** The quotes of these ids, in their order. */
export async function listQuotesNamed(
  tx: Transaction,
  orgId: OrgId,
  { ids, ...by }: Decimals & { readonly ids: readonly string[] },
): Promise<readonly ListedQuote[]> {
  if (ids.length === 0) return [];
  const found = await tx.quote.findMany({ where: { orgId, id: { in: [...ids] } }, select });
  const each = new Map(found.map((row) => [row.id, row]));
  return toListed(tx, orgId, { rows: ids.flatMap((id) => each.get(id) ?? []), ...by });
}

/** Their lines are added up where they lie. */
async function toListed(
  tx: Transaction,
  orgId: OrgId,
  { rows, decimalsOf }: Decimals & { readonly rows: readonly QuoteRow[] },
): Promise<readonly ListedQuote[]> {
  const decimals = rows.map(({ id, currency }) => ({ id, decimals: decimalsOf(currency) }));
  const newest = await outlineRevisions(tx, orgId, decimals);
  const names = await namesOf(tx, rows);
  const entering = await enteredRevisions(tx, orgId, rows);
  const quoted = rows.map(({ id: quoteId, status }) => ({ quoteId, status }));
  const parts = await awardedParts(tx, orgId, quoted);
  return rows.flatMap((row) => {
    const revision = newest.get(row.id);
    if (!revision) return [];
    const next = entering.get(row.id);
    const isLater = next !== undefined && next > revision.revision;
    const awarded = parts.get(row.id);
    const listed = { ...toQuote(row, names), newest: revision, ...(awarded && { awarded }) };
    return [{ ...listed, ...(isLater && { entering: next }) }];
  });
}

/** The revisions that were not received yet, by quote: at most one each. */
async function enteredRevisions(
  tx: Transaction,
  orgId: OrgId,
  quotes: readonly { readonly id: string }[],
) {
  const rows = await tx.quoteRevision.findMany({
    where: { orgId, quoteId: { in: quotes.map(({ id }) => id) }, receivedAt: null },
    select: { quoteId: true, revision: true },
  });
  return new Map(rows.map(({ quoteId, revision }) => [quoteId, revision]));
}

export async function listQuoteIds(tx: Transaction, orgId: OrgId): Promise<readonly string[]> {
  const rows = await tx.quote.findMany({
    where: { orgId },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

const revisionOf = (row: QuoteRevisionRow, names: Names) =>
  toRevision(row, nameIn(names, row.createdByUserId));

export type HeldQuote = Quote & { readonly revisions: readonly QuoteRevision[] };

/** One revision with its lines. */
export async function findRevision(
  tx: Transaction,
  orgId: OrgId,
  { quoteId, revision }: { readonly quoteId: string; readonly revision: number },
): Promise<QuoteRevision | null> {
  const row = await tx.quoteRevision.findUnique({
    where: { orgId_quoteId_revision: { orgId, quoteId, revision } },
    ...withLines,
  });
  return row && revisionOf(row, await namesOf(tx, [row]));
}

/** A quote with all its revisions, newest first. */
export async function findQuote(
  tx: Transaction,
  orgId: OrgId,
  id: string,
): Promise<HeldQuote | null> {
  const row = await tx.quote.findUnique({ where: at(orgId, id), select });
  if (!row) return null;
  const revisions = await tx.quoteRevision.findMany({
    where: { orgId, quoteId: id },
    orderBy: { revision: "desc" },
    ...withLines,
  });
  const names = await namesOf(tx, [row, ...revisions]);
  return {
    ...toQuote(row, names),
    revisions: revisions.map((revision) => revisionOf(revision, names)),
  };
}

/** Holds the quote until the transaction ends, so that two changes of it follow each other. */
export async function lockQuote(tx: Transaction, orgId: OrgId, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<object[]>`
    select id from quote where org_id = ${orgId}::uuid and id = ${id}::uuid for update`;
  return rows.length > 0;
}

/** The quote of a supplier that has this number. */
export async function findQuoteByNumber(
  tx: Transaction,
  orgId: OrgId,
  { supplierId, number }: { readonly supplierId: string; readonly number: string },
): Promise<QuoteOutline | null> {
  const found = await tx.quote.findFirst({
    where: { orgId, supplierId, number },
    select: { id: true },
  });
  return found && findQuoteOutline(tx, orgId, found.id);
}

/** Quotes that can have a next revision, the last changed first: of these ids or of a supplier, in one currency. */
export function listOpenQuotes(
  tx: Transaction,
  orgId: OrgId,
  {
    currency,
    ...of
  }: { readonly currency: string } & (
    | { readonly ids: readonly string[] }
    | { readonly supplierName: string }
  ),
): Promise<readonly FormerQuote[]> {
  const whose = "ids" in of ? { id: { in: [...of.ids] } } : { supplier: { name: of.supplierName } };
  return tx.quote.findMany({
    where: { orgId, currency, ...whose, status: { notIn: ["awarded", "declined"] } },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    select: { id: true, number: true },
  });
}

/** The quote of a supplier that has this number, held until the transaction ends: what is read of it stays so. */
export async function lockQuoteByNumber(
  tx: Transaction,
  orgId: OrgId,
  { supplierId, number }: { readonly supplierId: string; readonly number: string },
): Promise<QuoteOutline | null> {
  const [found] = await tx.$queryRaw<{ readonly id: string }[]>`
    select id from quote
    where org_id = ${orgId}::uuid and supplier_id = ${supplierId}::uuid and number = ${number}
    for update`;
  return found ? findQuoteOutline(tx, orgId, found.id) : null;
}

/** Another quote of this supplier with this number. */
export async function isNumberTaken(
  tx: Transaction,
  orgId: OrgId,
  {
    id,
    supplierId,
    number,
  }: { readonly id: string; readonly supplierId: string; readonly number: string },
): Promise<boolean> {
  const found = await tx.quote.findFirst({
    where: { orgId, supplierId, number, NOT: { id } },
    select: { id: true },
  });
  return found !== null;
}

export type QuoteOutline = {
  readonly id: string;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly number: string;
  readonly currency: string;
  readonly status: QuoteStatus;
  readonly version: number;
  /** The newest revision. */
  readonly revision: number;
  readonly isReceived: boolean;
  /** The newest received one; null for a draft. */
  readonly receivedRevision: number | null;
  readonly freight: string | null;
  readonly statedTotal: string | null;
  readonly statedTotalHasTax: boolean;
};

/** A quote without its lines: there may be very many. */
export async function findQuoteOutline(
  tx: Transaction,
  orgId: OrgId,
  id: string,
): Promise<QuoteOutline | null> {
  const rows = await tx.$queryRaw<QuoteOutline[]>`
    select q.id, q.supplier_id as "supplierId", s.name as "supplierName", q.number, q.currency,
      q.status::text as status, q.version, r.revision, r.received_at is not null as "isReceived",
      r.freight::text as freight, r.stated_total::text as "statedTotal",
      r.stated_total_has_tax as "statedTotalHasTax",
      (select max(revision) from quote_revision own where own.org_id = q.org_id and own.quote_id = q.id
        and own.received_at is not null) as "receivedRevision"
    from quote q
    join supplier s on s.org_id = q.org_id and s.id = q.supplier_id
    join quote_revision r on r.org_id = q.org_id and r.quote_id = q.id
    where q.org_id = ${orgId}::uuid and q.id = ${id}::uuid
    order by r.revision desc limit 1`;
  return rows[0] ?? null;
}
