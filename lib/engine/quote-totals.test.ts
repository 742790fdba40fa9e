import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type QuoteLine, quoteCategories, recurrences } from "@/lib/schemas/quote";
import { testContent, testLine } from "@/lib/testing/quote";
import { exactOf, exactText, plus, rounded } from "./exact";
import { quoteTotals, sumInOne } from "./quote-totals";
import { serverPrices } from "./server-prices";

describe("a quote's totals", () => {
  it("are the sum that a hand makes, to the cent", () => {
    const totals = quoteTotals(testContent(), "USD");
    expect(totals.lines.map(({ net }) => net)).toEqual([
      "1123066.00",
      "61312.25",
      "12622.22",
      "36001.20",
    ]);
    expect(totals).toMatchObject({
      linesNet: "1233001.67",
      supplierTotal: "1237801.67",
      cost: "1237801.67",
      lacks: [],
      difference: "0.0000",
    });
  });

  it("say by how much the supplier's total is another", () => {
    expect(quoteTotals(testContent({ statedTotal: "1237801.66" }), "USD").difference).toBe(
      "-0.0100",
    );
  });

  it("round each line half up, where binary fractions would not", () => {
    const line = testLine({ quantity: "3", unitPrice: "0.335" });
    expect(quoteTotals(testContent({ lines: [line] }), "USD").linesNet).toBe("1.01");
    expect(quoteTotals(testContent({ lines: [line] }), "JPY").linesNet).toBe("1");
  });

  it("keep tax apart, unless the supplier's total has it; duty and lost VAT are costs and no part of it", () => {
    const lines = [testLine({ quantity: "1", unitPrice: "1000", taxFraction: "0.2" })];
    const terms = {
      lines,
      freight: "50",
      duty: "30",
      unrecoverableVat: "7.5",
      statedTotal: "1250",
    };
    const totals = quoteTotals(testContent({ ...terms, statedTotalHasTax: true }), "EUR");
    expect(totals).toMatchObject({
      tax: "200.00",
      supplierTotal: "1250.00",
      cost: "1087.50",
      difference: "0.0000",
    });
  });

  it("say what is missing, and count nothing for it", () => {
    const lines = [
      testLine({ quantity: "1", unitPrice: "10" }),
      testLine({ unitPrice: null }),
      testLine({ quantity: null }),
      testLine({ recurrence: "monthly" }),
    ];
    const totals = quoteTotals(testContent({ lines, freight: null, incoterm: "EXW" }), "USD");
    expect(totals.lacks).toEqual([
      { kind: "unpriced", line: 2 },
      { kind: "quantity", line: 3 },
      { kind: "months", line: 4 },
      { kind: "freight" },
    ]);
    expect(totals).toMatchObject({ linesNet: "10.00", difference: null });
    expect(quoteTotals(testContent({ lines: [] }), "USD").lacks).toEqual([{ kind: "no-lines" }]);
  });

  it("need no freight where the supplier pays the way, or nothing is carried", () => {
    const without = (incoterm: "DDP" | null, category: QuoteLine["category"]) =>
      quoteTotals(testContent({ incoterm, freight: null, lines: [testLine({ category })] }), "USD")
        .lacks;
    expect(without("DDP", "server")).toEqual([]);
    expect(without(null, "software")).toEqual([]);
    expect(without(null, "server")).toEqual([{ kind: "freight" }]);
  });

  const decimal = (whole: number, decimals: number) =>
    fc
      .tuple(fc.nat(10 ** whole - 1), fc.nat(10 ** decimals - 1))
      .map(([a, b]) => `${a}.${String(b).padStart(decimals, "0")}`);
  const line: fc.Arbitrary<QuoteLine> = fc.record({
    category: fc.constantFrom(...quoteCategories),
    description: fc.constant("Line"),
    partNumber: fc.constant(""),
    quantity: fc.option(decimal(4, 4)),
    unit: fc.constant(""),
    unitPrice: fc.option(decimal(8, 4)),
    discountFraction: fc.option(fc.nat(999_999).map((n) => `0.${String(n).padStart(6, "0")}`)),
    recurrence: fc.constantFrom(...recurrences),
    months: fc.option(fc.integer({ min: 1, max: 240 })),
    taxFraction: fc.option(fc.constantFrom("0.07", "0.19", "0.2")),
  });

  it("are the sum of their lines, whatever their order", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const totals = quoteTotals(testContent({ lines, freight: null }), "USD");
        const sum = totals.lines.reduce(
          (all, { net }) => plus(all, exactOf(net ?? "0")),
          exactOf("0"),
        );
        expect(totals.linesNet).toBe(exactText(rounded(sum, 2)));
        const turned = quoteTotals(
          testContent({ lines: lines.toReversed(), freight: null }),
          "USD",
        );
        expect([turned.linesNet, turned.tax, turned.cost]).toEqual([
          totals.linesNet,
          totals.tax,
          totals.cost,
        ]);
      }),
    );
  });
});

describe("prices for one server", () => {
  it("spread the hardware with freight over the servers, and leave support to its own figure", () => {
    expect(serverPrices(testContent(), { currency: "USD", servers: 4 })).toEqual({
      serverPrice: 281_966.5,
      networkPrice: 15_328.0625,
      installationPrice: 3155.555,
      leftOut: [4],
    });
  });

  it("are unpriced where one of their lines is, and absent where there is none", () => {
    const lines = [testLine({}), testLine({ unitPrice: null }), testLine({ category: "other" })];
    expect(serverPrices(testContent({ lines }), { currency: "USD", servers: 4 })).toEqual({
      serverPrice: null,
      leftOut: [],
    });
  });

  it("have lines of no kind that are paid once with the first of the prices: (4 x 100 + 2,900) / 4 = 825", () => {
    const rails = testLine({ category: "other", quantity: "1", unitPrice: "2900" });
    const network = testLine({ category: "network", quantity: "1", unitPrice: "1000" });
    const pricesOf = (...lines: QuoteLine[]) =>
      serverPrices(testContent({ lines, freight: "0" }), { currency: "USD", servers: 4 });
    expect(pricesOf(testLine({ unitPrice: "100" }), rails, network)).toEqual({
      ...{ serverPrice: 825, networkPrice: 250, leftOut: [] },
    });
    expect(pricesOf(rails, network)).toEqual({ networkPrice: 975, leftOut: [] });
    expect(pricesOf(rails)).toEqual({ leftOut: [1] });
    const unpriced = pricesOf(testLine({}), { ...rails, unitPrice: null });
    expect(unpriced).toEqual({ serverPrice: null, leftOut: [] });
    const monthly = { ...rails, recurrence: "monthly" as const, months: 36 };
    expect(pricesOf(testLine({ unitPrice: "100" }), monthly)).toEqual({
      ...{ serverPrice: 100, leftOut: [2] },
    });
  });

  it("have services and software that are paid once in the installation, else in the first price", () => {
    const pricesOf = (...lines: QuoteLine[]) =>
      serverPrices(testContent({ lines, freight: "0" }), { currency: "USD", servers: 4 });
    const one = (category: QuoteLine["category"], unitPrice: string) =>
      testLine({ category, quantity: "1", unitPrice });
    const servers = testLine({ unitPrice: "100" });
    const work = [one("service", "600"), one("software", "1000")];
    // (400 + 600 + 1,000) / 4
    expect(pricesOf(servers, one("installation", "400"), ...work)).toEqual({
      ...{ serverPrice: 100, installationPrice: 500, leftOut: [] },
    });
    // (4 x 100 + 600 + 1,000) / 4: an installation of the option's own stays.
    expect(pricesOf(servers, ...work)).toEqual({ serverPrice: 500, leftOut: [] });
    expect(pricesOf(...work)).toEqual({ leftOut: [1, 2] });
    const yearly = { ...work[0], recurrence: "yearly", months: 36 } as QuoteLine;
    expect(pricesOf(servers, yearly)).toEqual({ serverPrice: 100, leftOut: [2] });
  });

  it("drop no freight: without servers it goes with the network, and unpriced it leaves its price unpriced", () => {
    const lines = [
      testLine({ category: "network", quantity: "1", unitPrice: "1000" }),
      testLine({ category: "installation", quantity: "1", unitPrice: "200" }),
    ];
    const pricesOf = (freight: string | null) =>
      serverPrices(testContent({ lines, freight, duty: "50", incoterm: "EXW" }), {
        currency: "USD",
        servers: 10,
      });
    expect(pricesOf("150")).toEqual({ networkPrice: 120, installationPrice: 20, leftOut: [] });
    expect(pricesOf("0")).toMatchObject({ networkPrice: 105 });
    expect(pricesOf(null)).toEqual({ networkPrice: null, installationPrice: 20, leftOut: [] });
  });
});

describe("amounts of several currencies in one", () => {
  const dollars = { currency: "USD", net: "0.30", lines: 3, unpriced: 1 };
  const euros = { currency: "EUR", net: "10.00", lines: 2, unpriced: 0 };
  const factors = { USD: 1, EUR: 1.25 };

  it("stay exact where nothing was converted", () => {
    const tenth = { ...dollars, net: "0.10", lines: 1, unpriced: 0 };
    const sums = [tenth, { ...tenth, net: "0.20" }];
    expect(sumInOne(sums, "USD", factors)).toMatchObject({ exact: "0.30", lines: 2, unpriced: 0 });
  });

  it("are each taken by its factor, and then no longer called exact", () => {
    expect(sumInOne([dollars, euros], "USD", factors)).toEqual({
      amount: 12.8,
      exact: null,
      lines: 5,
      unpriced: 1,
      withoutRate: 0,
    });
  });

  it("count apart what has no rate", () => {
    const yen = { currency: "JPY", net: "900", lines: 4, unpriced: 1 };
    const pounds = { currency: "GBP", net: "7.00", lines: 2, unpriced: 0 };
    expect(sumInOne([dollars, yen, pounds], "USD", { ...factors, JPY: null })).toEqual({
      amount: 0.3,
      exact: "0.30",
      lines: 9,
      unpriced: 2,
      withoutRate: 5,
    });
  });

  it("are unknown, and not 0, where no line has a price or a rate", () => {
    const unpriced = { currency: "USD", net: "0.00", lines: 2, unpriced: 2 };
    const unknown = { amount: null, exact: null };
    expect(sumInOne([], "USD", factors)).toMatchObject(unknown);
    expect(sumInOne([unpriced], "USD", factors)).toMatchObject({ ...unknown, unpriced: 2 });
    expect(sumInOne([euros], "USD", { EUR: null })).toMatchObject({ ...unknown, withoutRate: 2 });
  });
});
