import fc from "fast-check";
import { type QuoteLine, quoteCategories, recurrences } from "@/lib/schemas/quote";

const decimal = (whole: number, decimals: number) =>
  fc
    .tuple(fc.nat(10 ** whole - 1), fc.nat(10 ** decimals - 1))
    .map(([a, b]) => `${a}.${String(b).padStart(decimals, "0")}`);
export const anyQuoteLine: fc.Arbitrary<QuoteLine> = fc.record({
  category: fc.constantFrom(...quoteCategories),
  description: fc.constant("Line"),
  partNumber: fc.constant(""),
  quantity: fc.option(decimal(4, 4)),
  unit: fc.constant(""),
  unitPrice: fc.option(
    fc.tuple(fc.constantFrom("", "-"), decimal(8, 4)).map(([sign, text]) => `${sign}${text}`),
  ),
  discountFraction: fc.option(fc.nat(999_999).map((n) => `0.${String(n).padStart(6, "0")}`)),
  recurrence: fc.constantFrom(...recurrences),
  months: fc.option(fc.integer({ min: 1, max: 240 })),
  taxFraction: fc.constant(null),
});
