import { expect, it } from "vitest";
import { testRfqContent, testRfqItem } from "@/lib/testing/rfq";
import { maxRfqItems, rfqContent } from "./rfq";

const withItems = (count: number) =>
  rfqContent.safeParse(
    testRfqContent({
      items: Array.from({ length: count }, () => testRfqItem({ itemId: crypto.randomUUID() })),
    }),
  );

it("an RFQ has as many items as a supplier can fill in, and says what to do with more", () => {
  expect(withItems(maxRfqItems).success).toBe(true);
  expect(withItems(maxRfqItems + 1).error?.issues).toMatchObject([
    { path: ["items"], message: "An RFQ may have 500 items. Split it into several RFQs." },
  ]);
});
