import fc from "fast-check";
import { expect, it } from "vitest";
import { csvRow, withoutFormula, withoutMark } from "./csv";

it.each(["=1+1", "+1", "-1", "@sum", "\t=1", "\r1", " =1", "\uff1d1", "'=1"])(
  "marks %j, which a spreadsheet would run",
  (text) => {
    expect(withoutFormula(text)).toBe(`'${text}`);
  },
);

it.each(["", "90", "'90s rack", "a=b", "\u22125"])("leaves %j as it is", (text) => {
  expect(withoutFormula(text)).toBe(text);
  expect(withoutMark(text)).toBe(text);
});

it("gives back what it marked", () => {
  const text = fc.string({ unit: fc.constantFrom("'", "=", "-", " ", "\t", "\uff20", "a", "1") });
  fc.assert(
    fc.property(text, (one) => {
      expect(withoutMark(withoutFormula(one))).toBe(one);
    }),
  );
});

it("quotes what separates, and spaces that a reader would cut off", () => {
  expect(csvRow(["a", "b,c", 'd"e', " f", ""])).toBe('a,"b,c","d""e"," f",\r\n');
});
