import fc from "fast-check";
import { expect, it } from "vitest";
import { read } from "@/lib/importers/lines/read-lines";
import { splitColumns } from "@/lib/schemas/joined-columns";
import { nothingSet } from "@/lib/schemas/lines-import";
import { type QuoteLine, quoteCategories, quoteLine } from "@/lib/schemas/quote";
import { quoteLinesText } from "./quote-lines-text";

const decimal = (whole: number, decimals: number) =>
  fc
    .tuple(
      fc.bigInt({ min: 0n, max: 10n ** BigInt(whole) - 1n }),
      fc.stringMatching(new RegExp(`^\\d{0,${decimals}}$`)),
    )
    .map(([digits, rest]) => (rest === "" ? String(digits) : `${digits}.${rest}`));
const share = fc
  .integer({ min: 0, max: 1_000_000 })
  .map((millionths) => String(millionths / 1_000_000).replace(/^1e-7$/, "0"));
const plainShare = share.filter((text) => /^(0(\.\d{1,6})?|1)$/.test(text));
const words = (maxLength: number) =>
  fc.oneof(
    fc.string({ maxLength, unit: "grapheme" }),
    fc
      .tuple(
        fc.constantFrom("=", "+", "-", "@", "'", '"', ","),
        fc.string({ maxLength: maxLength - 1 }),
      )
      .map(([first, rest]) => `${first}${rest}`),
  );
const storable = (text: string) =>
  !/[\p{Cc}\p{Surrogate}\u2028\u2029]/u.test(text) && text === text.trim();

const line: fc.Arbitrary<QuoteLine> = fc
  .record({
    category: fc.constantFrom(...quoteCategories),
    description: words(120).filter((text) => storable(text) && text !== ""),
    partNumber: words(60).filter(storable),
    quantity: fc.option(decimal(8, 4)),
    unit: words(12).filter(storable),
    unitPrice: fc.option(decimal(14, 4).chain((text) => fc.constantFrom(text, `-${text}`))),
    discountFraction: fc.option(plainShare),
    taxFraction: fc.option(plainShare),
    recurrence: fc.constantFrom("one-off" as const, "monthly" as const, "yearly" as const),
    months: fc.option(fc.integer({ min: 1, max: 240 })),
  })
  .map(({ months, ...rest }) =>
    quoteLine.parse({ ...rest, months: rest.recurrence === "one-off" ? null : months }),
  );

it("comes back as the same lines, whatever they say", () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
      const bytes = new TextEncoder().encode(quoteLinesText(lines));
      const settings = { ...nothingSet, headerRow: 1 };
      const { reading, lines: joined } = read({ bytes, currency: "EUR", settings, remembered: [] });
      const back = splitColumns(joined);
      expect(reading).toMatchObject({ refused: [], leftOut: [], lineCount: lines.length });
      for (const name of ["description", "partNumber", "unit", "category", "recurrence"] as const)
        expect(back[name]).toEqual(lines.map((one) => one[name]));
      for (const name of [
        "quantity",
        "unitPrice",
        "discountFraction",
        "taxFraction",
        "months",
      ] as const)
        expect(back[name]).toEqual(lines.map((one) => String(one[name] ?? "")));
    }),
  );
});
