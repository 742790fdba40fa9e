import { expect, it } from "vitest";
import { testContent, testLine } from "@/lib/testing/quote";
import { quotedServers, serverPrices, sumOfQuantities } from "./index";

const quantities = (...all: (string | null)[]) =>
  testContent({ freight: "0", lines: all.map((quantity) => testLine({ quantity })) });

it("are all one-off server lines of a quote together: 3 + 1 + 1 + 1 + 1 + 1 + 1 = 9", () => {
  expect(quotedServers(quantities("3", "1", "1", "1", "1", "1", "1"))).toBe(9);
  expect(quotedServers(testContent())).toBe(4);
  const rented = testLine({ quantity: "5", recurrence: "monthly", months: 12 });
  expect(quotedServers(testContent({ lines: [testLine({ quantity: "2.0" }), rented] }))).toBe(2);
});

it("have the average price where lines differ: (3 x 100 + 1 x 140) / 4 = 110", () => {
  const lines = [
    testLine({ quantity: "3", unitPrice: "100" }),
    testLine({ quantity: "1", unitPrice: "140" }),
  ];
  const content = testContent({ freight: "0", lines });
  const servers = quotedServers(content) ?? 0;
  expect(serverPrices(content, { currency: "USD", servers }).serverPrice).toBe(110);
});

it("are not known without a quantity, or where there is no whole number of them", () => {
  expect(quotedServers(quantities("3", null))).toBeNull();
  expect(quotedServers(quantities("1.5"))).toBeNull();
  expect(quotedServers(quantities("0"))).toBeNull();
  expect(quotedServers(testContent({ lines: [testLine({ category: "rack" })] }))).toBeNull();
  expect(sumOfQuantities([])).toBeNull();
});
