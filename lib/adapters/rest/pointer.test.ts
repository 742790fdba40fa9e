import { describe, expect, it } from "vitest";
import { testPlan } from "@/lib/testing/plan";
import { pointerInto } from "./pointer";

const plan = testPlan();
const file = { loadline: "plan", schemaVersion: 1, plan };

describe("pointerInto", () => {
  it.each([
    ["options.cloud.rate", "plan", "/options/1/rate"],
    [
      "options.cloud.throughput.claims.outputTokensPerSecond",
      "plan",
      "/options/1/throughput/0/outputTokensPerSecond",
    ],
    ["assumptions.powerPrice.low", "plan", "/assumptions/powerPrice/low"],
    ["options.none.rate", "plan", undefined],
    ["", "plan", ""],
  ] as const)("of %s in a %s is %s", (path, holds, pointer) => {
    expect(pointerInto(plan, path, holds)).toBe(pointer);
    expect(pointerInto(file, path, holds)).toBe(
      pointer === undefined ? pointer : `/plan${pointer}`,
    );
  });

  it("leaves the list and the id out where the body is a row", () => {
    expect(pointerInto(plan.options[1], "options.cloud.rate.low", "row")).toBe("/rate/low");
    expect(pointerInto(plan.options[1], "options.cloud", "row")).toBe("");
  });

  it("finds nothing in what is no object", () => {
    for (const body of [null, 5, "text", undefined])
      expect(pointerInto(body, "options.cloud.rate", "plan")).toBeUndefined();
  });
});
