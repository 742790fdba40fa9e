import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvRows } from "./csv";

describe("csvRows", () => {
  it("reads plain and quoted cells, and no row of an empty line", () => {
    expect(csvRows('\uFEFFa,b\r\n1,"x, ""y""\nz"\n\n,\n')).toEqual([
      ["a", "b"],
      ["1", 'x, "y"\nz'],
      ["", ""],
    ]);
    expect(csvRows("")).toEqual([]);
  });

  it("reads one huge cell, quoted or never closed, without a call for each letter", () => {
    const huge = "a".repeat(2_000_000);
    expect(csvRows(`"${huge}",b`)).toEqual([[huge, "b"]]);
    expect(csvRows(`"${huge}`)).toEqual([[`"${huge}`]]);
  });

  it("reads back whatever was written", () => {
    const cell = fc.string().map((text) => text.replaceAll("\uFEFF", ""));
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1 });
    fc.assert(
      fc.property(table, (rows) => {
        const quoted = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`));
        expect(csvRows(quoted.map((row) => row.join(",")).join("\n"))).toEqual(rows);
      }),
    );
  });
});
