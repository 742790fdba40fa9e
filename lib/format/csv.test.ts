import { expect, it } from "vitest";
import { csvRow, withoutFormula } from "./csv";

it.each(["=1+1", "+1", "-1", "@sum", "\t=1", "\r1", " =1", "\uff1d1", "'=1"])(
  "marks %j, which a spreadsheet would run",
  (text) => {
    expect(withoutFormula(text)).toBe(`'${text}`);
  },
);

it.each(["", "90", "'90s rack", "a=b", "\u22125"])("leaves %j as it is", (text) => {
  expect(withoutFormula(text)).toBe(text);
});

it("quotes what separates, and spaces that a reader would cut off", () => {
  expect(csvRow(["a", "b,c", 'd"e', " f", ""])).toBe('a,"b,c","d""e"," f",\r\n');
});
