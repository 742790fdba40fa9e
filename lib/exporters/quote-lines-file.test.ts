import { expect, it } from "vitest";
import type { ListedLine } from "@/lib/schemas/quote-lines";
import { testLine } from "@/lib/testing/quote";
import { lineCell } from "@/lib/views/quote-lines";
import { quoteLinesCsv } from "./quote-lines-file";

const listed = (change: Partial<ListedLine> = {}): ListedLine => ({
  ...testLine({ quantity: "2", unitPrice: "-10.5", discountFraction: "0.1" }),
  ...{ quoteId: "q", revision: 1, place: 3, isDraft: false, number: "Q-1" },
  ...{ supplierId: "s", supplierName: "Brandt, Ltd", status: "received", currency: "EUR" },
  ...change,
});
const rates = { currency: "USD", factors: { EUR: 1.25, USD: 1 }, undated: [] };

async function csvOf(...parts: readonly (readonly ListedLine[])[]): Promise<readonly string[]> {
  async function* all() {
    yield* parts;
  }
  const text = await new Response(quoteLinesCsv({ ...rates, parts: all() })).text();
  return text.split("\r\n");
}

it("writes a head and a row a line, numbers in full, part after part", async () => {
  const rows = await csvOf([listed()], [listed({ place: 4 })]);
  expect(rows).toHaveLength(4);
  expect(rows[0]).toContain("Supplier,Quote,Revision,Status,Line,Category");
  expect(rows[0]).toMatch(/,Amount,Amount \(USD\)$/);
  expect(rows[1]).toBe(
    '"Brandt, Ltd",Q-1,1,received,3,Server,"HGX H200, 8 accelerators",FM-H200-8,2,server,EUR,-10.5,10,once,,,-18.90,-23.63',
  );
});

it("hands no formula to a spreadsheet, and leaves numbers less than nothing as they are", async () => {
  const evil = listed({ description: "=HYPERLINK(1)", partNumber: "+1", number: "@sum" });
  const [, row] = await csvOf([evil]);
  expect(row).toContain(",'@sum,");
  expect(row).toContain(",'=HYPERLINK(1),'+1,");
  expect(row).toContain(",-10.5,");
});

it("says what a line lacks, and where no rate joins its currency to the one", async () => {
  const [, row] = await csvOf([listed({ unitPrice: null })]);
  expect(row).toMatch(/,unpriced,unpriced$/);
  const pounds = lineCell(listed({ currency: "GBP" }), "converted", rates);
  expect(pounds).toEqual({ text: "no rate", plain: "no rate", isLack: true });
});
