import type { OrgId } from "@/lib/auth/context";
import type { LineOrder, LineSum, ListedLine } from "@/lib/schemas/quote-lines";
import { awardedParts } from "./awarded-parts";
import type { Transaction } from "./client";
import { Prisma } from "./generated/client";
import { type LineRow, lineColumns, toListed } from "./line-rows";
import { type AskedLines, linesOf, orderOf } from "./lines-query";

/** Which currencies the organization's quotes are in. */
export async function listQuoteCurrencies(tx: Transaction, orgId: OrgId): Promise<string[]> {
  const rows = await tx.$queryRaw<{ currency: string }[]>`
    select distinct currency::text from quote where org_id = ${orgId}::uuid order by 1`;
  return rows.map(({ currency }) => currency);
}

export type LinePage = {
  readonly order: LineOrder | null;
  readonly offset: number;
  readonly limit: number;
};

/** A window of the lines as ordered. */
export const pageQuery = (asked: AskedLines, { order, offset, limit }: LinePage) => Prisma.sql`
  ${linesOf(asked)}
  select ${lineColumns} from line order by ${orderOf(order)} limit ${limit} offset ${offset}`;

export async function listLines(
  tx: Transaction,
  asked: AskedLines,
  page: LinePage,
): Promise<readonly ListedLine[]> {
  if (asked.money.length === 0) return [];
  const rows = await tx.$queryRaw<LineRow[]>(pageQuery(asked, page));
  return withAwarded(tx, asked, rows);
}

async function withAwarded(
  tx: Transaction,
  { orgId }: AskedLines,
  rows: readonly LineRow[],
): Promise<readonly ListedLine[]> {
  const parts = await awardedParts(tx, orgId, rows);
  return rows.map((row) => {
    const awarded = parts.get(row.quoteId);
    return { ...toListed(row), ...(awarded && { awarded }) };
  });
}

const sums = Prisma.sql`
  select currency, count(*)::int as lines, (count(*) - count(net))::int as unpriced,
    coalesce(sum(net), 0)::text as net
  from line group by currency order by currency`;

export const sumsQuery = (asked: AskedLines) => Prisma.sql`${linesOf(asked)} ${sums}`;

/** Both in one reading of the lines: what is sought is gone through once. */
export async function listAndSumLines(
  tx: Transaction,
  asked: AskedLines,
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
  return { lines: await withAwarded(tx, asked, read?.lines ?? []), sums: read?.sums ?? [] };
}
