import type { OrgId } from "@/lib/auth/context";
import { canonicalDecimal } from "@/lib/schemas/decimal-text";
import type { QuoteLine, QuoteStatus } from "@/lib/schemas/quote";
import type {
  LineFilter,
  LineGroup,
  LineGrouping,
  LineOrder,
  LineSort,
  LineSum,
  ListedLine,
} from "@/lib/schemas/quote-lines";
import type { Transaction } from "./client";
import { Prisma } from "./generated/client";

/** What one of a currency is worth in the one that all are read in, and to what it is paid. */
export type LineMoney = {
  readonly currency: string;
  readonly decimals: number;
  /** Null where no rate joins the two: its amounts stand last. */
  readonly factor: number | null;
};

type Asked = {
  readonly orgId: OrgId;
  readonly filter: LineFilter;
  readonly money: readonly LineMoney[];
  /** Quotes whose lines are not for the caller. */
  readonly without: readonly string[];
};

/** Which currencies the organization's quotes are in. */
export async function listQuoteCurrencies(tx: Transaction, orgId: OrgId): Promise<string[]> {
  const rows = await tx.$queryRaw<{ currency: string }[]>`
    select distinct currency::text from quote where org_id = ${orgId}::uuid order by 1`;
  return rows.map(({ currency }) => currency);
}

const groupKeys: Readonly<Record<LineGrouping, Prisma.Sql>> = {
  supplier: Prisma.sql`c.supplier_id::text`,
  category: Prisma.sql`l.category`,
  partNumber: Prisma.sql`l.part_number`,
};

const sortKeys: Readonly<Record<LineSort, Prisma.Sql>> = {
  description: Prisma.sql`search_text`,
  partNumber: Prisma.sql`lower(part_number) collate "C"`,
  category: Prisma.sql`category collate "C"`,
  supplier: Prisma.sql`supplier_order`,
  quote: Prisma.sql`number_order`,
  status: Prisma.sql`status`,
  // By its table: the bare name would be the text that is answered.
  quantity: Prisma.sql`line.quantity`,
  unitPrice: Prisma.sql`unit_price::float8 * factor`,
  discount: Prisma.sql`discount_fraction`,
  paid: Prisma.sql`recurrence collate "C"`,
  amount: Prisma.sql`net::float8 * factor`,
};

/** As written, whatever a reader of patterns would make of it. */
const likeText = (find: string) =>
  `%${find
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, "\\$&")}%`;

function conditions({ find, category, supplierId, status, unpriced, within }: LineFilter) {
  const all = [
    Prisma.sql`true`,
    ...(find.trim() === "" ? [] : [foundBy(likeText(find))]),
    ...(category ? [Prisma.sql`l.category = ${category}`] : []),
    ...(supplierId ? [Prisma.sql`c.supplier_id = ${supplierId}::uuid`] : []),
    ...(status ? [Prisma.sql`c.status = ${status}`] : []),
    ...(unpriced ? [Prisma.sql`l.net_amount is null`] : []),
    ...(within ? [Prisma.sql`${groupKeys[within.by]} = ${within.key}`] : []),
  ];
  return Prisma.join(all, " and ");
}

const foundBy = (pattern: string) => Prisma.sql`(c.is_found or l.search_text like ${pattern})`;

/**
 * The lines of each quote's revision that counts. Each revision's are read by their key, so that a page costs
 * what its organization has, whatever others have; `offset 0` keeps the planner from reading them all instead.
 */
const linesOf = (
  asked: Asked,
  { kept = Prisma.empty, revisions = countedRevisions(asked) } = {},
) => Prisma.sql`
  with revision as materialized (${revisions}),
  money (currency, decimals, factor) as (values ${Prisma.join(asked.money.map(moneyRow))}),
  line as ${kept} (
    select c.*, l.*, round(l.net_amount, m.decimals) as net, m.factor
    from revision c
    join money m on m.currency = c.currency
    cross join lateral (
      select position, category, description, part_number, quantity, unit, unit_price,
        discount_fraction, recurrence, months, tax_fraction, search_text, net_amount
      from quote_line own
      where own.org_id = ${asked.orgId}::uuid and own.quote_id = c.quote_id and own.revision = c.revision
      offset 0
    ) l
    where ${conditions(asked.filter)}
  )`;

const countedRevisions = ({ orgId, filter, without }: Asked) => Prisma.sql`
    select distinct on (r.quote_id) r.quote_id, r.revision, r.received_at is null as is_draft,
      q.number, q.currency::text as currency, q.status::text as status, q.updated_at,
      s.id as supplier_id, s.name as supplier_name, lower(s.name) collate "C" as supplier_order,
      lower(q.number) collate "C" as number_order,
      lower(s.name || ' ' || q.number) like ${likeText(filter.find)} as is_found
    from quote q
    join quote_revision r on r.org_id = q.org_id and r.quote_id = q.id
    join supplier s on s.org_id = q.org_id and s.id = q.supplier_id
    where q.org_id = ${orgId}::uuid and q.id <> all(${without}::uuid[])
    order by r.quote_id, (r.received_at is not null) desc, r.revision desc`;

const moneyRow = ({ currency, decimals, factor }: LineMoney) =>
  Prisma.sql`(${currency}, ${decimals}::int, ${factor}::float8)`;

/** Ties stand as in their quote. */
function orderOf(order: LineOrder | null) {
  const first = order
    ? Prisma.sql`${sortKeys[order.by]} ${order.desc ? Prisma.sql`desc` : Prisma.sql`asc`} nulls last,`
    : Prisma.sql`updated_at desc,`;
  return Prisma.sql`${first} quote_id, position`;
}

type LineRow = Omit<ListedLine, keyof Numbers | "place" | "status"> &
  Numbers & { readonly position: number; readonly status: QuoteStatus };
type Numbers = {
  readonly [name in "quantity" | "unitPrice" | "discountFraction" | "taxFraction"]: string | null;
};

const lineColumns = Prisma.sql`
  quote_id as "quoteId", revision, position, is_draft as "isDraft", number, status, currency,
  supplier_id as "supplierId", supplier_name as "supplierName", category, description,
  part_number as "partNumber", quantity::text, unit, unit_price::text as "unitPrice",
  discount_fraction::text as "discountFraction", recurrence, months, tax_fraction::text as "taxFraction"`;

const canonical = (value: string | null) => (value === null ? null : canonicalDecimal(value));

const toListed = ({ position, ...row }: LineRow): ListedLine => ({
  ...row,
  category: row.category as QuoteLine["category"],
  quantity: canonical(row.quantity),
  unitPrice: canonical(row.unitPrice),
  discountFraction: canonical(row.discountFraction),
  taxFraction: canonical(row.taxFraction),
  place: position + 1,
});

export type LinePage = {
  readonly order: LineOrder | null;
  readonly offset: number;
  readonly limit: number;
};

/** A window of the lines as ordered. */
export const pageQuery = (asked: Asked, { order, offset, limit }: LinePage) => Prisma.sql`
  ${linesOf(asked)}
  select ${lineColumns} from line order by ${orderOf(order)} limit ${limit} offset ${offset}`;

export async function listLines(
  tx: Transaction,
  asked: Asked,
  page: LinePage,
): Promise<readonly ListedLine[]> {
  if (asked.money.length === 0) return [];
  return (await tx.$queryRaw<LineRow[]>(pageQuery(asked, page))).map(toListed);
}

const sums = Prisma.sql`
  select currency, count(*)::int as lines, (count(*) - count(net))::int as unpriced,
    coalesce(sum(net), 0)::text as net
  from line group by currency order by currency`;

export const sumsQuery = (asked: Asked) => Prisma.sql`${linesOf(asked)} ${sums}`;

/** Both in one reading of the lines: what is sought is gone through once. */
export async function listAndSumLines(
  tx: Transaction,
  asked: Asked,
  { order, offset, limit }: LinePage,
): Promise<{ readonly lines: readonly ListedLine[]; readonly sums: readonly LineSum[] }> {
  if (asked.money.length === 0) return { lines: [], sums: [] };
  const rows = await tx.$queryRaw<{ lines: LineRow[] | null; sums: LineSum[] | null }[]>`
    ${linesOf(asked, { kept: Prisma.sql`materialized` })}
    select
      (select json_agg(one) from (
        select ${lineColumns} from line order by ${orderOf(order)} limit ${limit} offset ${offset}
      ) one) as lines,
      (select json_agg(one) from (${sums}) one) as sums`;
  const [read] = rows;
  return { lines: (read?.lines ?? []).map(toListed), sums: read?.sums ?? [] };
}

type GroupRow = LineSum & { readonly key: string; readonly name: string };

const groupNames: Readonly<Record<LineGrouping, Prisma.Sql>> = {
  supplier: Prisma.sql`supplier_name`,
  category: Prisma.sql`category`,
  partNumber: Prisma.sql`part_number`,
};
const keysOfLines: Readonly<Record<LineGrouping, Prisma.Sql>> = {
  ...groupNames,
  supplier: Prisma.sql`supplier_id::text`,
};

/** The same a group, those with most lines first. */
export async function groupLines(
  tx: Transaction,
  asked: Asked,
  { by, most }: { readonly by: LineGrouping; readonly most: number },
): Promise<readonly LineGroup[]> {
  if (asked.money.length === 0) return [];
  const rows = await tx.$queryRaw<GroupRow[]>`
    ${linesOf(asked)},
    part as (
      select ${keysOfLines[by]} as key, ${groupNames[by]} as name, currency, count(*)::int as lines,
        (count(*) - count(net))::int as unpriced, coalesce(sum(net), 0) as net, max(factor) as factor
      from line group by 1, 2, 3
    ),
    placed as (
      select part.*, dense_rank() over (order by worth desc nulls last, all_lines desc, key) as place
      from (
        select part.*, sum(net::float8 * factor) over (partition by key) as worth,
          sum(lines) over (partition by key) as all_lines
        from part
      ) part
    )
    select key, name, currency, lines, unpriced, net::text from placed
    where place <= ${most} order by place, currency`;
  return toGroups(rows);
}

function toGroups(rows: readonly GroupRow[]): readonly LineGroup[] {
  const groups = new Map<string, { key: string; name: string; sums: LineSum[] }>();
  for (const { key, name, ...sum } of rows) {
    const group = groups.get(key) ?? { key, name, sums: [] };
    group.sums.push(sum);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** The revisions that an export is of, as they were when it began: one text, however many lines they have. */
export async function pinRevisions(tx: Transaction, asked: Asked): Promise<string> {
  if (asked.money.length === 0) return "[]";
  const rows = await tx.$queryRaw<{ pinned: string | null }[]>`
    ${linesOf(asked)} select json_agg(pin)::text as pinned from revision pin`;
  return rows[0]?.pinned ?? "[]";
}

const pinnedRevisions = (pinned: string) => Prisma.sql`
  select * from jsonb_to_recordset(${pinned}::jsonb) as pin (
    quote_id uuid, revision int, is_draft boolean, number text, currency text, status text,
    updated_at timestamptz, supplier_id uuid, supplier_name text, supplier_order text collate "C",
    number_order text collate "C", is_found boolean
  )`;

/** Where a part of a long reading ended. */
export type LinePlace = {
  /** The value that it is ordered by, as text. */
  readonly key: string | null;
  readonly quoteId: string;
  readonly position: number;
};

type Part = {
  readonly order: LineOrder | null;
  readonly pinned: string;
  /** Null begins. */
  readonly after: LinePlace | null;
  readonly limit: number;
};

const numberSorts: Partial<Readonly<Record<LineSort, Prisma.Sql>>> = {
  quantity: Prisma.sql`numeric`,
  discount: Prisma.sql`numeric`,
  unitPrice: Prisma.sql`float8`,
  amount: Prisma.sql`float8`,
};

/** What stands behind a place, in the order of `orderOf`. */
function isBehind(order: LineOrder | null, { key, quoteId, position }: LinePlace) {
  const own = order ? sortKeys[order.by] : Prisma.sql`updated_at`;
  const later = Prisma.sql`(quote_id, position) > (${quoteId}::uuid, ${position}::int)`;
  if (key === null) return Prisma.sql`${own} is null and ${later}`;
  const type = order ? (numberSorts[order.by] ?? Prisma.sql`text`) : Prisma.sql`timestamptz`;
  const value = Prisma.sql`${key}::text::${type}`;
  const than = !order || order.desc ? Prisma.sql`<` : Prisma.sql`>`;
  return Prisma.sql`(${own} ${than} ${value} or ${own} is null or (${own} = ${value} and ${later}))`;
}

export type LinesPart = { readonly lines: readonly ListedLine[]; readonly last: LinePlace | null };

/** The next lines of those revisions, and where they end; what was deleted since is left out. */
export async function listLinesBehind(
  tx: Transaction,
  asked: Asked,
  { order, pinned, after, limit }: Part,
): Promise<LinesPart> {
  if (asked.money.length === 0) return { lines: [], last: null };
  const own = order ? sortKeys[order.by] : Prisma.sql`updated_at`;
  const rows = await tx.$queryRaw<(LineRow & { readonly key: string | null })[]>`
    ${linesOf(asked, { revisions: pinnedRevisions(pinned) })}
    select ${lineColumns}, (${own})::text as key from line
    where ${after ? isBehind(order, after) : Prisma.sql`true`}
    order by ${orderOf(order)} limit ${limit}`;
  const end = rows.at(-1);
  return {
    lines: rows.map(({ key: _, ...row }) => toListed(row)),
    last: end ? { key: end.key, quoteId: end.quoteId, position: end.position } : null,
  };
}
