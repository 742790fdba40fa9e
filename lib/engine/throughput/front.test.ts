import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ThroughputPoint } from "@/lib/schemas/throughput-front";
import { efficientPoints, type LatencyTargets, noTargets, operatingPoint } from "./front";

const point = (first: number, token: number, rate: number, atOnce?: number): ThroughputPoint => ({
  timeToFirstTokenMilliseconds: first,
  timePerOutputTokenMilliseconds: token,
  outputTokensPerSecond: rate,
  ...(atOnce === undefined ? {} : { requestsAtOnce: atOnce }),
});

const targets = (parts: { readonly first?: number; readonly token?: number }): LatencyTargets => ({
  timeToFirstTokenMilliseconds: parts.first ?? noTargets.timeToFirstTokenMilliseconds,
  timePerOutputTokenMilliseconds: parts.token ?? noTargets.timePerOutputTokenMilliseconds,
});

/** 10, 20 and 50 tokens a second for each user; the third is beaten by the second. */
const slow = point(2000, 100, 4000, 400);
const middle = point(800, 50, 3000, 150);
const beaten = point(300, 60, 2000, 120);
const fast = point(200, 20, 900, 18);
const points = [fast, slow, beaten, middle];

describe("a measured front", () => {
  it("leaves out points that another beats in both, slowest first", () => {
    expect(efficientPoints(points)).toEqual([slow, middle, fast]);
    expect(efficientPoints([middle, point(900, 50, 2900)])).toEqual([middle]);
  });

  it("gives the most that was measured without targets, and nothing beyond it", () => {
    expect(operatingPoint(points, noTargets)).toEqual({ ...slow, isMeasured: true });
    expect(operatingPoint(points, targets({ token: 5000 }))).toEqual({ ...slow, isMeasured: true });
    expect(operatingPoint(points, targets({ token: 19.9 }))).toBeNull();
    expect(operatingPoint(points, targets({ first: 199 }))).toBeNull();
    expect(operatingPoint([], noTargets)).toBeNull();
  });

  it("gives a measured point at its own target", () => {
    expect(operatingPoint(points, targets({ token: 50 }))).toEqual({ ...middle, isMeasured: true });
    expect(operatingPoint(points, targets({ token: 20 }))).toEqual({ ...fast, isMeasured: true });
  });

  it("goes straight in interactivity between neighbours", () => {
    // 40 ms are 25 tokens a second: 5/30 of the way from 20 to 50.
    const found = operatingPoint(points, targets({ token: 40 }));
    expect(found?.isMeasured).toBe(false);
    expect(found?.timePerOutputTokenMilliseconds).toBeCloseTo(40, 9);
    expect(found?.outputTokensPerSecond).toBeCloseTo(3000 - (1 / 6) * 2100, 9);
    expect(found?.timeToFirstTokenMilliseconds).toBeCloseTo(800 - 100, 9);
    expect(found?.requestsAtOnce).toBeCloseTo(150 - (1 / 6) * 132, 9);
  });

  it("is exact where a step takes a + b x requests", () => {
    // 10 ms + 0.1 ms a request: n requests give n / (10 + 0.1 n) x 1000 tokens a second.
    const at = (n: number) => point(0, 10 + 0.1 * n, (1000 * n) / (10 + 0.1 * n));
    const found = operatingPoint([at(10), at(100)], targets({ token: 14 }));
    expect(found?.outputTokensPerSecond).toBeCloseTo(at(40).outputTokensPerSecond, 9);
  });

  it("takes the place where the first token meets its target", () => {
    // 1,400 ms lies midway from 2,000 to 800.
    const found = operatingPoint(points, targets({ first: 1400 }));
    expect(found?.timeToFirstTokenMilliseconds).toBeCloseTo(1400, 9);
    expect(found?.outputTokensPerSecond).toBeCloseTo(3500, 9);
    expect(found?.timePerOutputTokenMilliseconds).toBeCloseTo(1000 / 15, 9);
  });

  it("takes a point off the front where it alone is early enough", () => {
    // The line from 800 to 200 ms gives 1,250 at 300 ms; the beaten point gives 2,000.
    expect(operatingPoint(points, targets({ first: 300 }))).toEqual({
      ...beaten,
      isMeasured: true,
    });
  });

  it("may answer each target alone and not both", () => {
    const early = point(100, 90, 500);
    const late = point(5000, 10, 400);
    expect(operatingPoint([early, late], targets({ first: 100, token: 10 }))).toBeNull();
    expect(operatingPoint([early, late], targets({ first: 100 }))?.outputTokensPerSecond).toBe(500);
  });
});

const anyPoints = fc.array(
  fc
    .tuple(
      fc.double({ min: 0, max: 1e4, noNaN: true }),
      fc.double({ min: 1, max: 500, noNaN: true }),
      fc.double({ min: 1, max: 1e5, noNaN: true }),
    )
    .map(([first, token, rate]) => point(first, token, rate)),
  { minLength: 1, maxLength: 20 },
);
const anyTarget = fc.double({ min: 0.5, max: 2e4, noNaN: true });

describe("goodput, whatever was measured", () => {
  it("meets both targets, stays within what was measured, and never falls as a target loosens", () => {
    fc.assert(
      fc.property(anyPoints, anyTarget, anyTarget, anyTarget, (some, first, token, more) => {
        const found = operatingPoint(some, targets({ first, token }));
        const most = Math.max(...some.map((one) => one.outputTokensPerSecond));
        if (found) {
          expect(found.timeToFirstTokenMilliseconds).toBeLessThanOrEqual(first);
          expect(found.timePerOutputTokenMilliseconds).toBeLessThanOrEqual(token * (1 + 1e-9));
          expect(found.outputTokensPerSecond).toBeLessThanOrEqual(most);
        }
        const rate = found?.outputTokensPerSecond ?? 0;
        for (const looser of [
          { first: first + more, token },
          { first, token: token + more },
        ]) {
          const then = operatingPoint(some, targets(looser))?.outputTokensPerSecond ?? 0;
          expect(then).toBeGreaterThanOrEqual(rate * (1 - 1e-9));
        }
      }),
    );
  });
});
