import { canonicalDecimal } from "@/lib/schemas/decimal-text";
import {
  type QuoteContent,
  type QuoteLine,
  type QuoteRevision,
  quoteContent,
} from "@/lib/schemas/quote";
import { fromDay, toDay } from "./days";
import type { Decimal } from "./decimal";

const text = (value: Decimal | null) =>
  value === null ? null : canonicalDecimal(value.toString());

const decimals = [
  "freight",
  "duty",
  "unrecoverableVat",
  "statedTotal",
  "powerKilowatts",
] as const satisfies readonly (keyof QuoteContent)[];
const lineDecimals = [
  "quantity",
  "unitPrice",
  "discountFraction",
  "taxFraction",
] as const satisfies readonly (keyof QuoteLine)[];

/** A revision's row as Prisma reads it, with its lines and who entered it. */
export type QuoteRevisionRow = Omit<
  QuoteContent,
  (typeof decimals)[number] | "lines" | "quotedOn" | "validUntil" | "incoterm"
> & { readonly [name in (typeof decimals)[number]]: Decimal | null } & {
  readonly orgId: string;
  readonly quoteId: string;
  readonly quotedOn: Date;
  readonly validUntil: Date | null;
  readonly incoterm: string | null;
  readonly revision: number;
  readonly receivedAt: Date | null;
  readonly createdAt: Date;
  readonly createdByUserId: string | null;
  readonly lines: readonly object[];
};

const asTexts = (row: object, names: readonly string[]) =>
  Object.fromEntries(
    names.map((name) => [name, text((row as Record<string, Decimal | null>)[name] ?? null)]),
  );

function toLine(row: object): object {
  const { orgId, quoteId, revision, position, ...line } = row as Record<string, unknown>;
  return { ...line, ...asTexts(row, lineDecimals) };
}

/** Back to the form the schema knows, parsed on the way out too. */
export function toRevision(row: QuoteRevisionRow, createdBy: string | null): QuoteRevision {
  const { orgId, quoteId, createdByUserId, revision, receivedAt, createdAt, ...said } = row;
  const content = quoteContent.parse({
    ...said,
    ...asTexts(row, decimals),
    quotedOn: toDay(said.quotedOn),
    validUntil: said.validUntil && toDay(said.validUntil),
    lines: said.lines.map(toLine),
  });
  return {
    ...content,
    revision,
    receivedAt: receivedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    createdBy,
  };
}

/** What Prisma takes for a revision's own columns. */
export function termsData({ lines, quotedOn, validUntil, ...rest }: QuoteContent) {
  return {
    ...rest,
    quotedOn: fromDay(quotedOn),
    validUntil: validUntil && fromDay(validUntil),
  };
}
