import { describe, expect, it } from "vitest";
import type { Annotation, Plot } from "./annotations";
import { placeMarkText } from "./place-mark-text";

const mark = { id: "m", x: 300, y: 150, rank: "main", title: "Month 56, Jul 2031" } as const;
const named = { ...mark, text: "Oracle Cloud API rises above Nebius H200" };

/** A plot whose values are its pixels, and on which every text is as wide as its letters. */
function plot(area: Plot["area"]): Plot {
  const context = {
    font: "",
    measureText: (text: string) => ({ width: text.length * 6 }),
  } as unknown as CanvasRenderingContext2D;
  return { context, area, width: 600, height: 300, x: (value) => value, y: (value) => value };
}

function annotation(heights: readonly number[]): Annotation {
  const series = heights.map((y) => ({
    points: [
      { x: 0, y },
      { x: 600, y },
    ],
  }));
  return { drawing: { series }, theme: { fontFamily: "f" } } as unknown as Annotation;
}

const wide = { left: 0, right: 600, top: 0, bottom: 300 };
const request = { mark: named, taken: [], short: false };

describe("placeMarkText", () => {
  it("names a mark where nothing lies under the text", () => {
    const placed = placeMarkText(plot(wide), annotation([150]), request);
    expect(placed?.lines.length).toBeGreaterThan(1);
    expect(placed && (placed.box.top > 150 || placed.box.bottom < 150)).toBe(true);
  });

  it("keeps to the month where there is room for one line alone, clear of the lines", () => {
    const placed = placeMarkText(plot(wide), annotation([20, 70, 110, 150, 192, 232]), request);
    expect(placed?.lines.map(({ text }) => text)).toEqual(["Month 56, Jul 2031"]);
  });

  it("writes nothing where every place would hide a line", () => {
    const lines = Array.from({ length: 60 }, (_, index) => index * 5);
    expect(placeMarkText(plot(wide), annotation(lines), request)).toBeNull();
  });
});
