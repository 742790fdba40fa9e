import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadShape, shapeMean } from "@/lib/schemas/load-shape";
import { finishedShape, parseFactors, scaledShape, withFactors } from "./load-shape";

const flat = {
  weekday: Array(24).fill(1),
  weekend: Array(24).fill(1),
  evidence: "assumed" as const,
};

describe("factors of a load shape", () => {
  it("are read from a column, a row or a list, and what is no number stays", () => {
    expect(parseFactors("1\n2\n0.5\n")).toEqual([1, 2, 0.5]);
    expect(parseFactors("1\t2\t0.5")).toEqual([1, 2, 0.5]);
    expect(parseFactors("1, 2; x")).toEqual([1, 2, "x"]);
    expect(parseFactors(" ")).toEqual([]);
  });

  it("make a shape once there are 24 numbers a day", () => {
    expect(finishedShape(flat)).toEqual(flat);
    expect(finishedShape({ ...flat, weekday: [1, 2] })).toBeNull();
    expect(finishedShape({ ...flat, weekend: Array(24).fill("x") })).toBeNull();
    expect(
      finishedShape({ ...flat, weekday: Array(24).fill(0), weekend: Array(24).fill(0) }),
    ).toBeNull();
  });

  it("lose their name when they are changed", () => {
    const own = withFactors({ ...flat, name: "Office hours", source: "S" }, "weekday", [2]);
    expect(own).toEqual({ weekday: [2], weekend: flat.weekend, evidence: "assumed" });
  });

  it("scale to a mean that the schema takes", () => {
    const hours = fc.array(fc.double({ min: 0, max: 50, noNaN: true }), {
      minLength: 24,
      maxLength: 24,
    });
    fc.assert(
      fc.property(hours, hours, (weekday, weekend) => {
        const shape = { weekday, weekend, evidence: "assumed" as const };
        fc.pre(shapeMean(shape) > 0.5);
        expect(loadShape.safeParse(scaledShape(shape)).success).toBe(true);
      }),
    );
  });
});
