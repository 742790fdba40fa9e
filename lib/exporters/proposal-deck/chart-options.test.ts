import { expect, it } from "vitest";
import type { Formats } from "@/lib/schemas/formats";
import { amountCode } from "./chart-options";

const formats = undefined;

it.each([
  [{ step: 2e6, largest: 8e6, currency: "USD" }, '"$"#,##0,,"M";\u2212"$"#,##0,,"M";0'],
  [
    { step: 2.5e5, largest: 1.5e6, currency: "EUR" },
    '"\u20ac"#,##0.00,,"M";\u2212"\u20ac"#,##0.00,,"M";0',
  ],
  [{ step: 0.2, largest: 1, currency: "USD" }, '"$"#,##0.0;\u2212"$"#,##0.0;0'],
  [{ step: 5e4, largest: 2e5, currency: "" }, '#,##0,"k";\u2212#,##0,"k";0'],
])("writes %o as %s", (amounts, code) => {
  expect(amountCode({ ...amounts, formats })).toBe(code);
});

it("says the currency as the proposal says it", () => {
  const codes: Formats = { numbers: "1.234,56", dates: "2026-11-20", currency: "code" };
  const amounts = { step: 2e6, largest: 8e6, currency: "USD" };
  expect(amountCode({ ...amounts, formats: codes })).toContain('"USD\u00a0"#,##0,,"M"');
});
