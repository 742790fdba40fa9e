import fc from "fast-check";
import { expect, it } from "vitest";
import { type QuoteLine, quoteCategories, quoteLine, recurrences } from "@/lib/schemas/quote";
import { checkedLine } from "./checked-line";

const words = fc.oneof(
  fc.string({ maxLength: 90 }),
  fc.constantFrom("", " ", " trimmed ", "\0", "\ud800", "x".repeat(301)),
);
const decimals = fc.oneof(
  fc.constant(null),
  fc.stringMatching(/^-?\d{1,15}(\.\d{1,5})?$/),
  fc.constantFrom("", "007.50", "1.0", "-0", "0.0000001", "1e5", "0.035"),
);
const line = fc.record({
  category: fc.constantFrom(...quoteCategories, "none" as "other"),
  description: words,
  partNumber: words,
  quantity: decimals,
  unit: words,
  unitPrice: decimals,
  discountFraction: decimals,
  recurrence: fc.constantFrom(...recurrences),
  months: fc.option(fc.integer({ min: -1, max: 300 })),
  taxFraction: decimals,
});
const sound: QuoteLine = {
  ...{ category: "server", description: "Node", partNumber: "", quantity: "1", unit: "" },
  ...{ unitPrice: null, discountFraction: null, recurrence: "one-off", months: null },
  taxFraction: null,
};

it("says of every line what the schema says", () => {
  const isLike = (given: QuoteLine) => {
    expect(checkedLine(given)).toEqual(quoteLine.safeParse(given));
  };
  fc.assert(fc.property(line, isLike));
  fc.assert(
    fc.property(
      fc.constantFrom(...(Object.keys(sound) as (keyof QuoteLine)[])),
      line,
      (name, other) => isLike({ ...sound, [name]: other[name] }),
    ),
  );
});

it("knows a schema that asks nothing of a line as a whole", () => {
  expect(quoteLine._zod.def.checks ?? []).toEqual([]);
});
