import { describe, expect, it } from "vitest";
import { efficientPoints } from "@/lib/engine";
import { frontsFor, throughputFronts } from "./throughput-fronts";

/** The day the catalog was put together; nothing in it may be younger. */
const snapshotDate = "2026-11-21";

describe("measured fronts of the catalog", () => {
  it("hold some hundred operating points, each front under a name of its own", () => {
    const points = throughputFronts.flatMap((front) => front.points);
    expect(points.length).toBeGreaterThanOrEqual(100);
    expect(new Set(throughputFronts.map(({ id }) => id)).size).toBe(throughputFronts.length);
  });

  it.each(throughputFronts.map((front) => [front.id, front] as const))(
    "%s is a front, dated and plausible",
    (_, { points, outputTokens, acceleratorsPerReplica, evidence, source, url, date }) => {
      expect(efficientPoints(points)).toEqual(points);
      expect([evidence, url]).toEqual(["measured", expect.stringMatching(/^https:/)]);
      expect(source).toMatch(/aiconfigurator|MLPerf Inference v5\.1, closed, .+, 5\.1-\d{4}, /);
      expect(date >= "2025-08-01" && date <= snapshotDate).toBe(true);
      for (const point of points) {
        const rate = point.outputTokensPerSecond / acceleratorsPerReplica;
        expect(rate).toBeGreaterThan(10);
        expect(rate).toBeLessThan(20_000);
        expect(point.timePerOutputTokenMilliseconds).toBeGreaterThan(1);
        if (point.requestsAtOnce === undefined) continue;
        const seconds =
          (point.timeToFirstTokenMilliseconds +
            (outputTokens - 1) * point.timePerOutputTokenMilliseconds) /
          1000;
        const derived = (point.requestsAtOnce * outputTokens) / seconds;
        expect(Math.abs(point.outputTokensPerSecond / derived - 1)).toBeLessThan(0.001);
      }
    },
  );

  it("calls what is derived from MLPerf what it is", () => {
    const some = throughputFronts.filter(({ source }) => source.startsWith("MLPerf"));
    expect(some.length).toBeGreaterThan(0);
    for (const { note } of some)
      expect(note).toMatch(/not an official MLPerf metric, and unverified by MLCommons/);
  });

  it("agree with figures read in the source", () => {
    // Llama 3.1 70B in FP8 on two H200, 128 at once: 1.1475 s, then 27.01 ms a token.
    const front = throughputFronts.find(({ id }) => id === "front-llama-70b-h200-trtllm-fp8-1k-1k");
    expect(front?.points[0]).toMatchObject({
      requestsAtOnce: 128,
      timePerOutputTokenMilliseconds: 27.01,
    });
    expect(front?.points[0]?.outputTokensPerSecond).toBeCloseTo(
      (128 * 1024) / (1.1475 + 1023 * 0.02701),
      -1,
    );
  });

  it("are offered by model and accelerator, however they are written", () => {
    const wanted = { model: "meta-llama/Llama-3.1-70B-Instruct", accelerator: "h200-sxm" };
    const found = frontsFor(wanted);
    expect(found.length).toBeGreaterThan(2);
    for (const { model, accelerator } of found)
      expect([model, accelerator]).toEqual(["Llama 3.1 70B", "NVIDIA H200 SXM"]);
    const elsewhere = frontsFor({ ...wanted, accelerator: "Our own chip" });
    expect(new Set(elsewhere.map(({ model }) => model))).toEqual(new Set(["Llama 3.1 70B"]));
    expect(frontsFor({ model: "Our own model", accelerator: "" })).toEqual(throughputFronts);
  });
});
