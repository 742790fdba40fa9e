import * as fc from "fast-check";
import { expect, it } from "vitest";
import { contrastWithWhite, darkened, isReadableOnWhite } from "./colour-contrast";

it.each([
  ["#FFFFFF", 1],
  ["#000000", 21],
  // The darkest grey that WCAG's own examples give up, and the lightest that they take.
  ["#777777", 4.48],
  ["#767676", 4.54],
  ["#0B6072", 7.17],
])("%s stands %d from white", (colour, contrast) => {
  expect(contrastWithWhite(colour)).toBeCloseTo(contrast, 1);
});

const colours = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, "0")}`);

it("darkens any colour until it is read on white, and leaves a dark one as it is", () => {
  fc.assert(
    fc.property(colours, (colour) => {
      const dark = darkened(colour);
      expect(isReadableOnWhite(dark)).toBe(true);
      if (isReadableOnWhite(colour)) expect(dark.toLowerCase()).toBe(colour);
    }),
  );
});
