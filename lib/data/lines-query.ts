import type { OrgId } from "@/lib/auth/context";
import type { LineFilter, LineGrouping, LineOrder, LineSort } from "@/lib/schemas/quote-lines";
import { Prisma } from "./generated/client";

/** What one of a currency is worth in the one that all are read in, and to what it is paid. */
export type LineMoney = {
  readonly currency: string;
  readonly decimals: number;
  /** Null where no rate joins the two: its amounts stand last, by currency. */
  readonly factor: number | null;
};

export type AskedLines = {
  readonly orgId: OrgId;
  readonly filter: LineFilter;
  readonly money: readonly LineMoney[];
  /** Quotes whose lines are not for the caller. */
  readonly without: readonly string[];
};

const groupKeys: Readonly<Record<LineGrouping, Prisma.Sql>> = {
  supplier: Prisma.sql`c.supplier_id::text`,
  category: Prisma.sql`l.category`,
  partNumber: Prisma.sql`l.part_number`,
};

/** What lines are ordered by: one key after another, what lacks it last both ways. */
export type SortKey = {
  readonly own: Prisma.Sql;
  /** In which its value is compared again, out of a text. */
  readonly type: Prisma.Sql;
  /** Whether it stays ascending where the order is turned round. */
  readonly isFixed?: boolean;
};

const textKey = (own: Prisma.Sql): SortKey => ({ own, type: Prisma.sql`text` });
const numberKey = (own: Prisma.Sql, type = Prisma.sql`numeric`): SortKey => ({ own, type });

/** In the one currency; then, of those without a rate, currency by currency and each by its own amount. */
const moneyKeys = (amount: Prisma.Sql): readonly SortKey[] => {
  const unrated = Prisma.sql`factor is null and ${amount} is not null`;
  return [
    numberKey(Prisma.sql`${amount}::float8 * factor`, Prisma.sql`float8`),
    {
      ...textKey(Prisma.sql`(case when ${unrated} then currency end) collate "C"`),
      isFixed: true,
    },
    numberKey(Prisma.sql`(case when ${unrated} then ${amount} end)`),
  ];
};

const sortKeys: Readonly<Record<LineSort, readonly SortKey[]>> = {
  description: [textKey(Prisma.sql`search_text`)],
  partNumber: [textKey(Prisma.sql`lower(part_number) collate "C"`)],
  category: [textKey(Prisma.sql`category collate "C"`)],
  supplier: [textKey(Prisma.sql`supplier_order`)],
  quote: [textKey(Prisma.sql`number_order`)],
  status: [textKey(Prisma.sql`status`)],
  // By its table: the bare name would be the text that is answered.
  quantity: [numberKey(Prisma.sql`line.quantity`)],
  unitPrice: moneyKeys(Prisma.sql`unit_price`),
  discount: [numberKey(Prisma.sql`discount_fraction`)],
  paid: [textKey(Prisma.sql`recurrence collate "C"`)],
  amount: moneyKeys(Prisma.sql`net`),
};

const lastChanged: SortKey = { own: Prisma.sql`updated_at`, type: Prisma.sql`timestamptz` };

export type OrderKey = SortKey & { readonly desc: boolean };

/** The last changed first, unless asked otherwise. */
export const keysOf = (order: LineOrder | null): readonly OrderKey[] =>
  order === null
    ? [{ ...lastChanged, desc: true }]
    : sortKeys[order.by].map((key) => ({ ...key, desc: order.desc && !key.isFixed }));

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
export const linesOf = (
  asked: AskedLines,
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

const countedRevisions = ({ orgId, filter, without }: AskedLines) => Prisma.sql`
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
export function orderOf(order: LineOrder | null) {
  const keys = keysOf(order).map(
    ({ own, desc }) => Prisma.sql`${own} ${desc ? Prisma.sql`desc` : Prisma.sql`asc`} nulls last`,
  );
  return Prisma.sql`${Prisma.join(keys)}, quote_id, position`;
}
