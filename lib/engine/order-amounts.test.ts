import fc from "fast-check";
import { expect, it } from "vitest";
import { testContent, testLine } from "@/lib/testing/quote";
import { orderAmounts } from "./order-amounts";
import { exactSum, quoteTotals } from "./quote-totals";

const order = (ordered: number, content = testContent()) =>
  orderAmounts(content, "USD", { offered: 4, ordered });

it("is the whole offer to the cent, part by part", () => {
  const { total, parts, split, lacks } = order(4);
  // 4 x 289,450 x 0.97; 61,312.25; 4 x 3,155.555; 12,000.40 x 3 years; freight 4,800.
  expect(parts).toEqual([
    { kind: "server", amount: "1123066.00" },
    { kind: "network", amount: "61312.25" },
    { kind: "installation", amount: "12622.22" },
    { kind: "support", amount: "36001.20" },
    { kind: "freight", amount: "4800" },
  ]);
  expect([total, split, lacks]).toEqual(["1237801.67", null, []]);
});

it("goes by servers where lines do, as a hand does for 3 of 4, and leaves the rest whole", () => {
  const { total, split } = order(3);
  expect(split).toEqual({
    // 3 x 289,450 x 0.97 and 3 x 3,155.555 = 9,466.665, rounded once.
    scaled: [
      { kind: "server", amount: "842299.50" },
      { kind: "installation", amount: "9466.67" },
    ],
    scaledTotal: "851766.17",
    whole: [
      { kind: "network", amount: "61312.25" },
      { kind: "support", amount: "36001.20" },
      { kind: "freight", amount: "4800" },
    ],
    wholeTotal: "102113.45",
    total: "953879.62",
  });
  expect(total).toBe("1237801.67");
});

it("is unclear where servers differ, where there are none, and where the parts are no whole number", () => {
  const lines = (...all: Parameters<typeof testLine>[0][]) =>
    order(1, testContent({ lines: all.map((one) => testLine(one)) })).split;
  expect(lines({ quantity: "2" }, { quantity: "2", description: "Another" })).toBe("unclear");
  expect(lines({ category: "software" })).toBe("unclear");
  expect(lines({}, { category: "accelerator", quantity: "30", unit: "piece" })).toBe("unclear");
  expect(lines({ quantity: null })).toBe("unclear");
});

it("counts nothing for what is unpriced, and says so", () => {
  const { total, lacks } = order(3, testContent({ lines: [testLine({ unitPrice: null })] }));
  expect([total, lacks]).toEqual(["4800.00", [{ kind: "unpriced", line: 1 }]]);
});

it("has parts that add up to the quote's cost, and never more for fewer servers", () => {
  const price = fc.integer({ min: 0, max: 10 ** 9 }).map((cents) => `${cents / 100}`);
  fc.assert(
    fc.property(price, price, fc.integer({ min: 1, max: 3 }), (server, network, ordered) => {
      const lines = [
        testLine({ unitPrice: server }),
        testLine({ category: "network", unit: "set", unitPrice: network }),
      ];
      const content = testContent({ lines });
      const { total, parts, split } = order(ordered, content);
      expect(Number(exactSum(parts.map(({ amount }) => amount)))).toBe(Number(total));
      expect(total).toBe(quoteTotals(content, "USD").cost);
      expect(Number(split !== null && split !== "unclear" && split.total)).toBeLessThanOrEqual(
        Number(total),
      );
    }),
  );
});
