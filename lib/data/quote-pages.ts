import type { OrgId } from "@/lib/auth/context";
import type { QuotesAsked, QuotesPage } from "@/lib/schemas/quote-list";
import { type QuoteShow, type QuoteSort, quotesPerPage, soonDays } from "@/lib/schemas/quote-list";
import type { Transaction } from "./client";
import { Prisma } from "./generated/client";
import type { LineMoney } from "./lines-query";
import { listQuotesNamed } from "./quotes";

export type AskedQuotes = QuotesAsked & {
  readonly orgId: OrgId;
  readonly money: readonly LineMoney[];
  /** Quotes that are not for the caller. */
  readonly without: readonly string[];
};

const isClosed = Prisma.sql`c.status in ('awarded', 'declined')`;

const showIs = (today: string): Readonly<Record<QuoteShow, Prisma.Sql>> => {
  const isOver = Prisma.sql`coalesce(c.valid_until < ${today}::date, false)`;
  const isSoon = Prisma.sql`coalesce(c.valid_until between ${today}::date and ${today}::date + ${soonDays}::int, false)`;
  return {
    all: Prisma.sql`true`,
    open: Prisma.sql`not ${isClosed} and not ${isOver}`,
    expiring: Prisma.sql`not ${isClosed} and ${isSoon}`,
    expired: Prisma.sql`not ${isClosed} and ${isOver}`,
    decided: isClosed,
  };
};

/**
 * Each quote with its revision that counts, which is read by its key: a page costs what its organization has,
 * whatever others have.
 */
const countedQuotes = ({ orgId, without }: Pick<AskedQuotes, "orgId" | "without">) => Prisma.sql`
  select q.id, q.number, q.currency::text as currency, q.status::text as status, q.updated_at,
    s.id as supplier_id, s.name as supplier_name, r.revision, r.valid_until, r.lead_time_weeks,
    coalesce(r.freight, 0) + coalesce(r.duty, 0) + coalesce(r.unrecoverable_vat, 0) as beside
  from quote q
  cross join lateral (
    select own.name, own.id from supplier own
    where own.org_id = ${orgId}::uuid and own.id = q.supplier_id offset 0
  ) s
  cross join lateral (
    select * from quote_revision own
    where own.org_id = ${orgId}::uuid and own.quote_id = q.id
    order by (own.received_at is not null) desc, own.revision desc limit 1
  ) r
  where q.org_id = ${orgId}::uuid and q.id <> all(${without}::uuid[])`;

const linesOfIt = (orgId: OrgId) => Prisma.sql`quote_line l
  where l.org_id = ${orgId}::uuid and l.quote_id = c.id and l.revision = c.revision`;

/** As written, whatever a reader of patterns would make of it. */
const likeText = (find: string) =>
  `%${find
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, "\\$&")}%`;

function conditions({ orgId, show, find, status, supplierId, today }: AskedQuotes): Prisma.Sql {
  const all = [
    showIs(today)[show],
    ...(status ? [Prisma.sql`c.status = ${status}`] : []),
    ...(supplierId ? [Prisma.sql`c.supplier_id = ${supplierId}::uuid`] : []),
    ...(find.trim() === "" ? [] : [foundBy(orgId, likeText(find))]),
  ];
  return Prisma.join(all, " and ");
}

const foundBy = (orgId: OrgId, pattern: string) => Prisma.sql`(
  lower(c.number || ' ' || c.supplier_name || ' ' || c.status) like ${pattern}
  or exists (select from ${linesOfIt(orgId)} and l.search_text like ${pattern}))`;

/** Amounts are added up to be put in order alone; what is shown of one is the engine's. */
function sortKey(by: QuoteSort, { orgId, money }: AskedQuotes): Prisma.Sql {
  const total = Prisma.sql`(select coalesce(sum(round(l.net_amount, m.decimals)), 0) + c.beside
    from ${linesOfIt(orgId)})`;
  const perCurrency = (amount: Prisma.Sql) => Prisma.sql`(select ${amount}
    from (values ${Prisma.join(money.map(moneyRow))}) m (currency, decimals, factor)
    where m.currency = c.currency)`;
  switch (by) {
    case "number":
      return Prisma.sql`lower(c.number) collate "C"`;
    case "supplier":
      return Prisma.sql`lower(c.supplier_name) collate "C"`;
    case "status":
      return Prisma.sql`c.status collate "C"`;
    case "what":
      return Prisma.sql`(select l.search_text from ${linesOfIt(orgId)}
        order by (l.category = 'server' and l.recurrence = 'one-off') desc,
          (l.category in ('server', 'accelerator')) desc, l.position limit 1)`;
    case "missing":
      return Prisma.sql`(select count(*) from ${linesOfIt(orgId)} and l.net_amount is null)`;
    case "total":
      return perCurrency(total);
    case "converted":
      return perCurrency(Prisma.sql`${total}::float8 * m.factor`);
    case "lead":
      return Prisma.sql`c.lead_time_weeks`;
    case "validity":
      return Prisma.sql`c.valid_until`;
  }
}

const moneyRow = ({ currency, decimals, factor }: LineMoney) =>
  Prisma.sql`(${currency}::text, ${decimals}::int, ${factor}::float8)`;

function orderOf(asked: AskedQuotes): Prisma.Sql {
  const { by, desc } = asked.order ?? { by: "validity", desc: false };
  const way = desc ? Prisma.sql`desc` : Prisma.sql`asc`;
  const first = by === "total" ? Prisma.sql`c.currency ${way}, ` : Prisma.empty;
  return Prisma.sql`${first}${sortKey(by, asked)} ${way} nulls last, c.updated_at desc, c.id`;
}

/** The ids of a page in their order, with how many there are on all pages. */
export const idsQuery = (asked: AskedQuotes) => Prisma.sql`
  with c as materialized (${countedQuotes(asked)})
  select c.id, count(*) over ()::int as count from c where ${conditions(asked)}
  order by ${orderOf(asked)} limit ${quotesPerPage} offset ${(asked.page - 1) * quotesPerPage}`;

/** How many there are of each kind, and in each currency. */
export const countsQuery = (asked: AskedQuotes) => {
  const is = showIs(asked.today);
  return Prisma.sql`
    with c as materialized (${countedQuotes(asked)})
    select c.currency, count(*)::int as "all", count(*) filter (where ${is.open})::int as open,
      count(*) filter (where ${is.expiring})::int as expiring,
      count(*) filter (where ${is.expired})::int as expired,
      count(*) filter (where ${is.decided})::int as decided
    from c group by c.currency order by c.currency`;
};

type CountRow = Readonly<Record<QuoteShow, number>> & { readonly currency: string };

/** A page of the organization's quotes as asked, and what there is of them in all. */
export async function listQuotePage(tx: Transaction, asked: AskedQuotes): Promise<QuotesPage> {
  const counts = await tx.$queryRaw<CountRow[]>(countsQuery(asked));
  const sum = (show: QuoteShow) => counts.reduce((total, row) => total + row[show], 0);
  const found =
    asked.money.length === 0
      ? []
      : await tx.$queryRaw<{ id: string; count: number }[]>(idsQuery(asked));
  if (found.length === 0 && asked.page > 1) return listQuotePage(tx, { ...asked, page: 1 });
  const ids = found.map(({ id }) => id);
  const decimals = new Map(asked.money.map((one) => [one.currency, one.decimals]));
  const decimalsOf = (currency: string) => decimals.get(currency) ?? 2;
  return {
    quotes: await listQuotesNamed(tx, asked.orgId, { ids, decimalsOf }),
    page: asked.page,
    count: found[0]?.count ?? 0,
    shows: {
      ...{ all: sum("all"), open: sum("open"), expiring: sum("expiring") },
      ...{ expired: sum("expired"), decided: sum("decided") },
    },
    currencies: counts.map((row) => ({ currency: row.currency, quotes: row.all })),
  };
}
