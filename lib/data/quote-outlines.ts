import type { OrgId } from "@/lib/auth/context";
import { canonicalDecimal } from "@/lib/schemas/decimal-text";
import type { CategoryOutline, RevisionOutline } from "@/lib/schemas/quote";
import type { Transaction } from "./client";

type Row = Omit<RevisionOutline, "categories" | "receivedAt"> & {
  readonly quoteId: string;
  readonly receivedAt: Date | null;
  readonly categories: readonly CategoryOutline[] | null;
};

/**
 * The revision of each quote that counts, its lines added up by category, each to what can be paid. However many
 * lines there are, no more than a row for each category leaves the database.
 */
export async function outlineRevisions(
  tx: Transaction,
  orgId: OrgId,
  quotes: readonly { readonly id: string; readonly decimals: number }[],
): Promise<ReadonlyMap<string, RevisionOutline>> {
  const rows = await tx.$queryRaw<Row[]>`
    with asked as (
      select * from unnest(
        ${quotes.map(({ id }) => id)}::uuid[], ${quotes.map(({ decimals }) => decimals)}::int[]
      ) as quote (id, decimals)
    ),
    newest as materialized (
      select distinct on (r.quote_id) r.*, asked.decimals
      from asked
      join quote_revision r on r.org_id = ${orgId}::uuid and r.quote_id = asked.id
      order by r.quote_id, (r.received_at is not null) desc, r.revision desc
    )
    select n.quote_id as "quoteId", n.revision, n.received_at as "receivedAt",
      to_char(n.valid_until, 'YYYY-MM-DD') as "validUntil", n.lead_time_weeks as "leadTimeWeeks", n.incoterm,
      n.freight::text, n.duty::text, n.unrecoverable_vat::text as "unrecoverableVat", lines.categories
    from newest n
    cross join lateral (
      select json_agg(json_build_object(
        'category', part.category, 'line', part.line, 'net', part.net::text,
        'description', first.description, 'isAlike', part.alike,
        'quantity', (case when part.servers > 0 then part.quantity else first.quantity end)::text,
        'unpricedLine', part.unpriced, 'quantityLine', part.uncounted, 'monthsLine', part.endless
      ) order by part.line) as categories
      from (
        select category, min(position) + 1 as line, coalesce(sum(round(net_amount, n.decimals)), 0) as net,
          min(position) filter (where unit_price is null) + 1 as unpriced,
          min(position) filter (where unit_price is not null and quantity is null) + 1 as uncounted,
          min(position) filter (where unit_price is not null and quantity is not null and net_amount is null) + 1
            as endless,
          count(*) filter (where category = 'server' and recurrence = 'one-off') as servers,
          count(distinct description) filter (where category = 'server' and recurrence = 'one-off') <= 1 as alike,
          case when bool_and(quantity is not null) filter (where recurrence = 'one-off')
            then sum(quantity) filter (where recurrence = 'one-off') end as quantity
        from quote_line own
        where own.org_id = ${orgId}::uuid and own.quote_id = n.quote_id and own.revision = n.revision
        group by category
      ) part
      join quote_line first on first.org_id = ${orgId}::uuid and first.quote_id = n.quote_id
        and first.revision = n.revision and first.position = part.line - 1
    ) lines`;
  return new Map(rows.map(({ quoteId, ...row }) => [quoteId, toOutline(row)]));
}

const canonical = (value: string | null) => (value === null ? null : canonicalDecimal(value));

const toOutline = ({ receivedAt, categories, ...row }: Omit<Row, "quoteId">): RevisionOutline => ({
  ...row,
  freight: canonical(row.freight),
  duty: canonical(row.duty),
  unrecoverableVat: canonical(row.unrecoverableVat),
  receivedAt: receivedAt?.toISOString() ?? null,
  categories: (categories ?? []).map(({ quantity, ...part }) => ({
    ...part,
    quantity: canonical(quantity),
  })),
});
