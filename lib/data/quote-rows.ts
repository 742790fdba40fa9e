import { canonicalDecimal } from "@/lib/schemas/decimal-text";
import {
  type QuoteContent,
  type QuoteLine,
  type QuoteRevision,
  quoteContent,
} from "@/lib/schemas/quote";

type Decimal = { toString(): string };
const text = (value: Decimal | null) =>
  value === null ? null : canonicalDecimal(value.toString());
const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;
const midnight = (isoDate: string) => new Date(`${isoDate}T00:00:00Z`);

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
  const { revision, receivedAt, createdAt, quotedOn, validUntil, lines } = row;
  const { orgId, quoteId, createdByUserId, ...terms } = row as QuoteRevisionRow & {
    orgId: string;
    quoteId: string;
  };
  const { revision: _r, receivedAt: _a, createdAt: _c, ...rest } = terms;
  const content = quoteContent.parse({
    ...rest,
    ...asTexts(row, decimals),
    quotedOn: day(quotedOn),
    validUntil: day(validUntil),
    lines: lines.map(toLine),
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
    quotedOn: midnight(quotedOn),
    validUntil: validUntil === null ? null : midnight(validUntil),
  };
}
