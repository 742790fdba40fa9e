import { describe, expect, it } from "vitest";
import { messagesByName, nameOf, pathOf } from "./form-names";

const figure = { value: 1, evidence: "assumed" };
const body = {
  id: "cloud",
  rate: figure,
  throughput: [
    { workloadId: "search", outputTokensPerSecond: figure },
    { workloadId: "claims", outputTokensPerSecond: figure },
  ],
  season: [1, 1, 1],
  growth: { kind: "steps", steps: [{ month: 1, factor: 2 }] },
};

describe("names and paths", () => {
  it.each([
    ["rate", "options.cloud.rate"],
    ["throughput.1.outputTokensPerSecond", "options.cloud.throughput.claims.outputTokensPerSecond"],
    ["growth.kind", "options.cloud.growth.kind"],
  ])("%s is %s, and back", (name, path) => {
    expect(pathOf("options.cloud", body, name)).toBe(path);
    expect(nameOf("options.cloud", body, path)).toBe(name);
  });

  it("gives the whole figure or list as the field of one of its parts", () => {
    expect(nameOf("options.cloud", body, "options.cloud.rate.low")).toBe("rate");
    expect(nameOf("options.cloud", body, "options.cloud.season.4")).toBe("season");
    expect(nameOf("options.cloud", body, "options.cloud.growth.steps.0.factor")).toBe(
      "growth.steps",
    );
  });

  it("works without a row, for the plan's own settings", () => {
    expect(pathOf("", {}, "assumptions.powerPrice")).toBe("assumptions.powerPrice");
    expect(nameOf("", {}, "assumptions.powerPrice")).toBe("assumptions.powerPrice");
  });
});

it("keeps the first message of a field", () => {
  const issues = [
    { path: "options.cloud.rate", message: "one" },
    { path: "options.cloud.rate.low", message: "two" },
  ];
  expect([...messagesByName(issues, "options.cloud", body)]).toEqual([["rate", "one"]]);
});
