import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeInJson } from "./json-place";

describe("placeInJson", () => {
  it.each([
    ['{\n  "plan": }', "line 2, column 11"],
    ["", "line 1, column 1"],
    ["nothing", "line 1, column 1"],
    ['{"a": 1,}', "line 1, column 9"],
    ["[1, 2", "line 1, column 6"],
    ["[1 2]", "line 1, column 4"],
    ['{"a" 1}', "line 1, column 6"],
    ["[1]]", "line 1, column 4"],
    ["{]", "line 1, column 2"],
    ['["\\x"]', "line 1, column 2"],
    ["[01]", "line 1, column 2"],
    ["[tru]", "line 1, column 2"],
    ['{"a": [1, {"b": "c"}]} x', "line 1, column 24"],
  ])("%j breaks off at %s", (text, place) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(placeInJson(text)).toBe(place);
  });

  it("finds whatever is put into JSON that was whole", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify([value]);
        const broken = `${text.slice(0, -1)}#]`;
        expect(placeInJson(broken)).toBe(`line 1, column ${text.length}`);
      }),
    );
  });
});
