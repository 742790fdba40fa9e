import { expect, it } from "vitest";
import { afterKey, rangeOf, singleCell } from "./grid-selection";

const size = { rows: 50_000, columns: 12, pageRows: 20 };
const press = (key: string, more: { shift?: boolean; far?: boolean } = {}) => ({
  ...{ key, shift: false, far: false },
  ...more,
});
const at = (row: number, column: number) => singleCell({ row, column });

it("moves by arrows, to the ends, and never out of the table", () => {
  expect(afterKey(at(0, 0), press("ArrowUp"), size)).toEqual(at(0, 0));
  expect(afterKey(at(3, 4), press("ArrowDown"), size)).toEqual(at(4, 4));
  expect(afterKey(at(3, 4), press("Home"), size)).toEqual(at(3, 0));
  expect(afterKey(at(3, 4), press("End", { far: true }), size)).toEqual(at(49_999, 11));
  expect(afterKey(at(49_990, 4), press("PageDown"), size)).toEqual(at(49_999, 4));
  expect(afterKey(at(3, 4), press("x"), size)).toBeNull();
});

it("grows a selection while Shift is held, from where it began", () => {
  const grown = afterKey(at(3, 4), press("ArrowUp", { shift: true, far: true }), size);
  expect(grown && rangeOf(grown)).toEqual({ rows: [0, 3], columns: [4, 4] });
  const all = afterKey(at(3, 4), press("a", { far: true }), size);
  expect(all && rangeOf(all)).toEqual({ rows: [0, 49_999], columns: [0, 11] });
});
