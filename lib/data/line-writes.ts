import type { OrgId } from "@/lib/auth/context";
import type { QuoteLine } from "@/lib/schemas/quote";
import type { Transaction } from "./client";

export type RevisionKey = {
  readonly orgId: OrgId;
  readonly quoteId: string;
  readonly revision: number;
};

const textNames = [
  "category",
  "description",
  "partNumber",
  "quantity",
  "unit",
  "unitPrice",
  "discountFraction",
  "recurrence",
  "months",
  "taxFraction",
] as const satisfies readonly (keyof QuoteLine)[];
type TextName = (typeof textNames)[number];

/** Lines column by column, each column as JSON of its texts; an empty text is none. */
export type LineTexts = { readonly count: number } & { readonly [name in TextName]: string };

export function lineTexts(lines: readonly QuoteLine[]): LineTexts {
  const columns = textNames.map((name) => [
    name,
    JSON.stringify(lines.map((line) => String(line[name] ?? ""))),
  ]);
  return { count: lines.length, ...(Object.fromEntries(columns) as Record<TextName, string>) };
}

/**
 * However many lines in one statement: a text for each column, which the database takes apart. Exact, as the
 * texts are. A column too short ends in nulls, and its last lines are not written: the count tells.
 */
export async function insertLines(
  tx: Transaction,
  { orgId, quoteId, revision }: RevisionKey,
  { lines, firstPosition }: { readonly lines: LineTexts; readonly firstPosition: number },
): Promise<void> {
  const written = await tx.$executeRaw`
    insert into quote_line (org_id, quote_id, revision, position, category, description, part_number,
      quantity, unit, unit_price, discount_fraction, recurrence, months, tax_fraction)
    select ${orgId}::uuid, ${quoteId}::uuid, ${revision}::int, ${firstPosition}::int + place::int - 1,
      category, description, part_number, nullif(quantity, '')::numeric, unit, nullif(unit_price, '')::numeric,
      nullif(discount, '')::numeric, recurrence, nullif(months, '')::int, nullif(tax, '')::numeric
    from rows from (
      json_array_elements_text(${lines.category}::json), json_array_elements_text(${lines.description}::json),
      json_array_elements_text(${lines.partNumber}::json), json_array_elements_text(${lines.quantity}::json),
      json_array_elements_text(${lines.unit}::json), json_array_elements_text(${lines.unitPrice}::json),
      json_array_elements_text(${lines.discountFraction}::json), json_array_elements_text(${lines.recurrence}::json),
      json_array_elements_text(${lines.months}::json), json_array_elements_text(${lines.taxFraction}::json)
    ) with ordinality
      as given (category, description, part_number, quantity, unit, unit_price, discount, recurrence, months, tax, place)
    where given is not null`;
  if (written !== lines.count) throw new Error("columns of lines of unequal length");
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
