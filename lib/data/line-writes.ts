import type { OrgId } from "@/lib/auth/context";
import { type Columns, type JoinedColumns, joinColumns } from "@/lib/schemas/joined-columns";
import { type LineField, lineFields, type QuoteLine } from "@/lib/schemas/quote";
import type { Transaction } from "./client";

export type RevisionKey = {
  readonly orgId: OrgId;
  readonly quoteId: string;
  readonly revision: number;
};

/** Lines column by column; an empty text is none. */
export type LineTexts = JoinedColumns<LineField>;

export function lineTexts(lines: readonly QuoteLine[]): LineTexts {
  const columns = lineFields.map((name) => [name, lines.map((line) => String(line[name] ?? ""))]);
  return joinColumns(Object.fromEntries(columns) as Columns<LineField>, lines.length);
}

/**
 * However many lines in one statement: a text for each column, which the database takes apart; what stands before
 * the first separator is no value. Exact, as the texts are. A column too short ends in nulls, and its last lines are
 * not written: the count tells.
 */
export async function insertLines(
  tx: Transaction,
  { orgId, quoteId, revision }: RevisionKey,
  { lines, firstPosition }: { readonly lines: LineTexts; readonly firstPosition: number },
): Promise<void> {
  const { count, separator, texts } = lines;
  const written = await tx.$executeRaw`
    insert into quote_line (org_id, quote_id, revision, position, category, description, part_number,
      quantity, unit, unit_price, discount_fraction, recurrence, months, tax_fraction)
    select ${orgId}::uuid, ${quoteId}::uuid, ${revision}::int, ${firstPosition}::int + place::int - 2,
      category, description, part_number, nullif(quantity, '')::numeric, unit, nullif(unit_price, '')::numeric,
      nullif(discount, '')::numeric, recurrence, nullif(months, '')::int, nullif(tax, '')::numeric
    from rows from (
      string_to_table(${texts.category}, ${separator}),
      string_to_table(${texts.description}, ${separator}),
      string_to_table(${texts.partNumber}, ${separator}),
      string_to_table(${texts.quantity}, ${separator}),
      string_to_table(${texts.unit}, ${separator}),
      string_to_table(${texts.unitPrice}, ${separator}),
      string_to_table(${texts.discountFraction}, ${separator}),
      string_to_table(${texts.recurrence}, ${separator}),
      string_to_table(${texts.months}, ${separator}),
      string_to_table(${texts.taxFraction}, ${separator})
    ) with ordinality
      as given (category, description, part_number, quantity, unit, unit_price, discount, recurrence, months, tax, place)
    where place > 1 and given is not null`;
  if (written !== count) throw new Error("columns of lines of unequal length");
}

/** The place after the last line. */
export async function countLines(
  tx: Transaction,
  { orgId, quoteId, revision }: RevisionKey,
): Promise<number> {
  const rows = await tx.$queryRaw<{ next: number }[]>`
    select coalesce(max(position) + 1, 0)::int as next from quote_line
    where org_id = ${orgId}::uuid and quote_id = ${quoteId}::uuid and revision = ${revision}::int`;
  return rows[0]?.next ?? 0;
}

export async function hasPricedLine(
  tx: Transaction,
  { orgId, quoteId, revision }: RevisionKey,
): Promise<boolean> {
  const where = { orgId, quoteId, revision, unitPrice: { not: null } };
  return (await tx.quoteLine.findFirst({ where, select: { position: true } })) !== null;
}

export async function deleteLinesFrom(
  tx: Transaction,
  key: RevisionKey,
  firstPosition: number,
): Promise<void> {
  await tx.quoteLine.deleteMany({ where: { ...key, position: { gte: firstPosition } } });
}

/** The next revision begins with what the one before says, with its lines or without. */
export async function beginRevision(
  tx: Transaction,
  { orgId, quoteId, revision }: RevisionKey,
  { userId, withLines }: { readonly userId: string; readonly withLines: boolean },
): Promise<void> {
  const former = await tx.quoteRevision.findUniqueOrThrow({
    where: { orgId_quoteId_revision: { orgId, quoteId, revision: revision - 1 } },
  });
  const { receivedAt, createdAt, createdByUserId, ...terms } = former;
  await tx.quoteRevision.create({ data: { ...terms, revision, createdByUserId: userId } });
  if (!withLines) return;
  await tx.$executeRaw`
    insert into quote_line (org_id, quote_id, revision, position, category, description, part_number,
      quantity, unit, unit_price, discount_fraction, recurrence, months, tax_fraction)
    select org_id, quote_id, ${revision}::int, position, category, description, part_number,
      quantity, unit, unit_price, discount_fraction, recurrence, months, tax_fraction
    from quote_line
    where org_id = ${orgId}::uuid and quote_id = ${quoteId}::uuid and revision = ${revision - 1}::int`;
}
