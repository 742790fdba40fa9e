import type { LineOrder, ListedLine } from "@/lib/schemas/quote-lines";
import type { Transaction } from "./client";
import { Prisma } from "./generated/client";
import { type LineRow, lineColumns, toListed } from "./line-rows";
import { type AskedLines, keysOf, linesOf, orderOf } from "./lines-query";

/** The revisions that an export is of, as they were when it began: one text, however many lines they have. */
export async function pinRevisions(tx: Transaction, asked: AskedLines): Promise<string> {
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
  /** The values that it is ordered by, as text. */
  readonly keys: readonly (string | null)[];
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

/** What stands behind a place, in the order of `orderOf`: behind its first key, or at it and behind the next. */
function isBehind(order: LineOrder | null, { keys, quoteId, position }: LinePlace): Prisma.Sql {
  const later = Prisma.sql`(quote_id, position) > (${quoteId}::uuid, ${position}::int)`;
  return keysOf(order).reduceRight((behind, { own, type, desc }, index) => {
    const key = keys[index] ?? null;
    if (key === null) return Prisma.sql`(${own} is null and ${behind})`;
    const value = Prisma.sql`${key}::text::${type}`;
    const than = desc ? Prisma.sql`<` : Prisma.sql`>`;
    return Prisma.sql`(${own} ${than} ${value} or ${own} is null or (${own} = ${value} and ${behind}))`;
  }, later);
}

export type LinesPart = { readonly lines: readonly ListedLine[]; readonly last: LinePlace | null };

/** The next lines of those revisions, and where they end; what was deleted since is left out. */
export async function listLinesBehind(
  tx: Transaction,
  asked: AskedLines,
  { order, pinned, after, limit }: Part,
): Promise<LinesPart> {
  if (asked.money.length === 0) return { lines: [], last: null };
  const keys = Prisma.join(keysOf(order).map(({ own }) => Prisma.sql`(${own})::text`));
  const rows = await tx.$queryRaw<(LineRow & Pick<LinePlace, "keys">)[]>`
    ${linesOf(asked, { revisions: pinnedRevisions(pinned) })}
    select ${lineColumns}, array[${keys}] as keys from line
    where ${after ? isBehind(order, after) : Prisma.sql`true`}
    order by ${orderOf(order)} limit ${limit}`;
  const end = rows.at(-1);
  return {
    lines: rows.map(({ keys: _, ...row }) => toListed(row)),
    last: end ? { keys: end.keys, quoteId: end.quoteId, position: end.position } : null,
  };
}
