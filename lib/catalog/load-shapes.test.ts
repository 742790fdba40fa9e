import { describe, expect, it } from "vitest";
import { peakToMean, shapeLevels } from "@/lib/engine";
import { namedShapes } from "./load-shapes";

describe("named load shapes", () => {
  it("have names of their own, and say that they are assumed", () => {
    expect(namedShapes.map(({ name }) => name)).toEqual([
      "Office hours",
      "Consumer evening",
      "Always flat",
    ]);
    for (const { evidence, source, date } of namedShapes)
      expect([evidence, source, date]).toEqual(["assumed", "Planning assumption", "2026-11-21"]);
  });

  it("run from flat to a working day", () => {
    const peaks = namedShapes.map((shape) => peakToMean(shapeLevels(shape)));
    expect(peaks[0]).toBeCloseTo(3.08, 2);
    expect(peaks[1]).toBeCloseTo(1.81, 2);
    expect(peaks[2]).toBeCloseTo(1, 12);
  });
});
