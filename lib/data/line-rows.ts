import { canonicalDecimal } from "@/lib/schemas/decimal-text";
import type { QuoteLine, QuoteStatus } from "@/lib/schemas/quote";
import type { ListedLine } from "@/lib/schemas/quote-lines";
import { Prisma } from "./generated/client";

export type LineRow = Omit<ListedLine, keyof Numbers | "place" | "status"> &
  Numbers & { readonly position: number; readonly status: QuoteStatus };
type Numbers = {
  readonly [name in "quantity" | "unitPrice" | "discountFraction" | "taxFraction"]: string | null;
};

export const lineColumns = Prisma.sql`
  quote_id as "quoteId", revision, position, is_draft as "isDraft", number, status, currency,
  supplier_id as "supplierId", supplier_name as "supplierName", category, description,
  part_number as "partNumber", quantity::text, unit, unit_price::text as "unitPrice",
  discount_fraction::text as "discountFraction", recurrence, months, tax_fraction::text as "taxFraction"`;

const canonical = (value: string | null) => (value === null ? null : canonicalDecimal(value));

export const toListed = ({ position, ...row }: LineRow): ListedLine => ({
  ...row,
  category: row.category as QuoteLine["category"],
  quantity: canonical(row.quantity),
  unitPrice: canonical(row.unitPrice),
  discountFraction: canonical(row.discountFraction),
  taxFraction: canonical(row.taxFraction),
  place: position + 1,
});
