import fc from "fast-check";
import { expect, it } from "vitest";
import { joinColumns, splitColumns } from "./joined-columns";

const texts = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom("\x7f", "1", "2", "~") }));

it("gives back the texts of every column, whatever they hold", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(texts, texts)), (rows) => {
      const columns = { a: rows.map(([a]) => a), b: rows.map(([, b]) => b) };
      expect(splitColumns(joinColumns(columns, rows.length))).toEqual(columns);
    }),
  );
});

it("refuses columns of unequal length", () => {
  const joined = joinColumns({ a: ["1", "2"], b: ["1"] }, 2);
  expect(() => splitColumns(joined)).toThrow("unequal length");
});
