import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalDecimal } from "@/lib/schemas/decimal-text";
import { decimalOf, readNumber, settled, signShownBy } from "./locale-number";

const amount = fc
  .tuple(
    fc.boolean(),
    fc.bigInt({ min: 0n, max: 99_999_999_999_999n }),
    fc.stringMatching(/^\d{0,4}$/),
  )
  .map(([isNegative, whole, fraction]) => ({
    sign: isNegative ? "-" : "",
    whole: String(whole),
    fraction,
  }));
const grouped = (digits: string, separator: string) =>
  digits.replaceAll(/\B(?=(\d{3})+(?!\d))/g, separator);

it("reads back every amount as every locale writes it", () => {
  const manners = [
    ["point", ",", "."],
    ["point", "", "."],
    ["point", "\u2019", "."],
    ["comma", ".", ","],
    ["comma", "\u00a0", ","],
    ["comma", "\u202f", ","],
    ["comma", "", ","],
  ] as const;
  fc.assert(
    fc.property(
      amount,
      fc.constantFrom(...manners),
      ({ sign, whole, fraction }, [decimal, group, point]) => {
        const text = `${sign}${grouped(whole, group)}${fraction ? `${point}${fraction}` : ""}`;
        expect(readNumber(text, decimal)).toBe(
          canonicalDecimal(`${sign}${whole}${fraction ? `.${fraction}` : ""}`),
        );
        expect([decimal, "either", null]).toContain(signShownBy(text));
      },
    ),
  );
});

it("writes every finite number out, and gives the same number back", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const text = decimalOf(value);
      expect(text).toMatch(/^-?\d+(\.\d+)?$/);
      expect(Number(text) === value).toBe(true);
    }),
  );
});

it.each([
  ["1,234", "either"],
  ["1.234", "either"],
  ["0.125", "point"],
  ["1234.567", "point"],
  ["1,2", "comma"],
  ["1.234.567", "comma"],
  ["1,234,567", "point"],
  ["12", null],
  ["12a", null],
])("%s shows %s", (text, sign) => {
  expect(signShownBy(text)).toBe(sign);
});

it.each(["", "-", ".", ",", "1,2,3", "1.2.3", "1,23,4", "0x10", "1e5", "--1", "\u0661", "1 2"])(
  "%s is no number",
  (text) => {
    expect(readNumber(text, "point")).toBeNull();
  },
);

it("keeps what fits, and rounds nothing but what no spreadsheet shows", () => {
  expect(settled(0.1 + 0.2, 4)).toBe("0.3");
  expect(settled(1234.56789, 4)).toBe("1234.56789");
  expect(settled(Number.NaN, 4)).toBeNull();
  expect(decimalOf(-0)).toBe("0");
});
