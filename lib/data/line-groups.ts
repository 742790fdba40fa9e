import type { LineGroup, LineGrouping, LineSum } from "@/lib/schemas/quote-lines";
import type { Transaction } from "./client";
import { Prisma } from "./generated/client";
import { type AskedLines, linesOf } from "./lines-query";

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
  asked: AskedLines,
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
