import { describe, expect, it } from "vitest";
import { placeMarkText } from "./place-mark-text";
import type { Area, PlotPlaces } from "./plot";

const mark = { id: "m", x: 300, y: 150, rank: "main", title: "Month 56, Jul 2031" } as const;
const named = { ...mark, text: "Oracle Cloud API rises above Nebius H200" };

/** A plot whose values are its pixels, and on which every text is as wide as its letters. */
function plot(area: Area): PlotPlaces {
  return { area, x: (value) => value, y: (value) => value };
}

function amid(heights: readonly number[]) {
  const style = { kind: null, nthOfKind: 0, texture: "solid" } as const;
  const series = heights.map((y) => ({
    ...{ id: String(y), label: "", style },
    points: [
      { x: 0, y },
      { x: 600, y },
    ],
  }));
  return { series, measure: (text: string) => text.length * 6 };
}

const wide = { left: 0, right: 600, top: 0, bottom: 300 };
const request = { mark: named, taken: [], short: false };

describe("placeMarkText", () => {
  it("names a mark where nothing lies under the text", () => {
    const placed = placeMarkText(plot(wide), amid([150]), request);
    expect(placed?.lines.length).toBeGreaterThan(1);
    expect(placed && (placed.box.top > 150 || placed.box.bottom < 150)).toBe(true);
  });

  it("keeps to the month where there is room for one line alone, clear of the lines", () => {
    const placed = placeMarkText(plot(wide), amid([20, 70, 110, 150, 192, 232]), request);
    expect(placed?.lines.map(({ text }) => text)).toEqual(["Month 56, Jul 2031"]);
  });

  it("writes nothing where every place would hide a line", () => {
    const lines = Array.from({ length: 60 }, (_, index) => index * 5);
    expect(placeMarkText(plot(wide), amid(lines), request)).toBeNull();
  });
});
