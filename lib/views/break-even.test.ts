import { describe, expect, it } from "vitest";
import { breakEvenVolume, walkAwayPrice } from "@/lib/engine";
import { breakEvenTimeline } from "./break-even-months";
import { volumeChart } from "./break-even-volume";
import { meetingCost, niceCeiling, spanAt } from "./run-rate";
import { examplePlan, resultsOf } from "./testing/example";
import { volumeMonths, volumePairs } from "./volume-pairs";
import { walkAwayView } from "./walk-away";

const claims = resultsOf(examplePlan("claims-assistant"));
const archive = resultsOf(examplePlan("document-archive-batch"));
const plain = { view: "cash", discountRatePerYearFraction: null } as const;

describe("breakEvenTimeline", () => {
  it("has a row for every pair, the deeper commitment first, and the same rows as a table", () => {
    const timeline = breakEvenTimeline(claims, plain);
    expect(timeline?.rows.map(({ id }) => id)).toEqual([
      "on-premises.cloud",
      "on-premises.api",
      "cloud.api",
    ]);
    expect(timeline?.table.rows.map(({ id }) => id)).toEqual(timeline?.rows.map(({ id }) => id));
    expect(timeline?.basis).toContain("not discounted, inside 60 months");
  });

  it("marks each change, and none where one side always wins", () => {
    for (const { bars, marks, verdict } of breakEvenTimeline(archive, plain)?.rows ?? []) {
      if (verdict === "Always" || verdict === "Never") expect(marks).toEqual([]);
      else expect(marks.length).toBeGreaterThanOrEqual(bars.length);
    }
  });

  it("says the rate where sums are discounted", () => {
    const discounted = breakEvenTimeline(claims, { ...plain, discountRatePerYearFraction: 0.08 });
    expect(discounted?.basis).toContain("discounted at 8% a year");
  });

  it("is nothing where there are not two options", () => {
    const { plan } = claims;
    const alone = { ...plan, options: plan.options.filter(({ kind }) => kind === "api") };
    expect(breakEvenTimeline(resultsOf(alone), plain)).toBeNull();
  });
});

describe("volumeChart", () => {
  const [pair] = volumePairs(claims);

  it("puts a mark at every end of an interval, where both curves have the same cost", () => {
    if (!pair) throw new Error("The example has a pair.");
    const chart = volumeChart(claims, { ...pair, month: 0 });
    const breakEven = breakEvenVolume(claims.plan, pair.a, pair.b, {
      month: 0,
      searchUpToTokens: 5e12,
    });
    expect(chart?.marks[0]?.x).toBe(breakEven.intervals[0]?.low);
    const [a, b] = chart?.series.map(({ points }) => points ?? []) ?? [];
    for (const { x, y } of chart?.marks ?? []) {
      for (const curve of [a, b]) {
        const { low, high } = spanAt(curve ?? [], x);
        expect(y).toBeGreaterThanOrEqual(low - 0.01);
        expect(y).toBeLessThanOrEqual(high + 0.01);
      }
    }
    expect(chart?.guides?.[0]?.label).toMatch(/^Month 1: \d/);
  });

  it("shows the wins of the first option as bands and in its table", () => {
    if (!pair) throw new Error("The example has a pair.");
    const chart = volumeChart(claims, { ...pair, month: 0 });
    const inside = (tokens: number) =>
      (chart?.bands ?? []).some(({ fromX, toX }) => tokens > fromX && tokens <= toX);
    for (const { cells } of chart?.table.rows ?? []) {
      const [tokens, , , cheaper] = cells;
      if (cheaper?.text === "the same" || tokens?.sort === 0) continue;
      expect(cheaper?.text === "Own H200 servers").toBe(inside(Number(tokens?.sort)));
    }
  });

  it("offers the first month of each year", () => {
    expect(volumeMonths(claims).map(({ value }) => value)).toEqual(["1", "13", "25", "37", "49"]);
  });
});

describe("stepped curves", () => {
  const steps = [
    { x: 0, y: 30 },
    { x: 10, y: 30 },
    { x: 10, y: 60 },
    { x: 20, y: 60 },
  ];
  const line = [
    { x: 0, y: 0 },
    { x: 20, y: 90 },
  ];

  it("have both costs at a step, and meet a line on it", () => {
    expect(spanAt(steps, 10)).toEqual({ low: 30, high: 60 });
    expect(spanAt(steps, 5)).toEqual({ low: 30, high: 30 });
    expect(spanAt(steps, 99)).toEqual({ low: 60, high: 60 });
    expect(meetingCost({ a: steps, b: line }, 10)).toBe(45);
  });

  it("end at a round volume", () => {
    expect(niceCeiling(100.8e9)).toBe(120e9);
    expect(niceCeiling(46.8e9)).toBe(50e9);
  });
});

describe("walkAwayView", () => {
  it("places the quote and the price on one line, with the room between them", () => {
    const view = walkAwayView(claims, "on-premises", "cloud");
    const price = walkAwayPrice(claims.plan, "on-premises", "cloud");
    expect(view?.answer).toBe(`$${Math.round(price.serverPrice ?? 0).toLocaleString("en-US")}`);
    expect(view?.line?.quoteAt).toBeLessThan(view?.line?.priceAt ?? 0);
    expect(view?.sentence).toMatch(/^Room of \$[\d,]+ a server above the quote/);
    expect(view?.quote).toMatchObject({ text: "$284,500", evidence: "quoted" });
  });

  it("says when the quote is too high, and when no price would do", () => {
    const path = "options.on-premises.quote.serverPrice";
    const dear = resultsOf(claims.plan, { changes: [{ path, value: 900_000 }] });
    expect(walkAwayView(dear, "on-premises", "cloud")?.sentence).toMatch(/too high/);
    const cheap = resultsOf(claims.plan, {
      changes: [{ path: "options.cloud.rate", value: 0.01 }],
    });
    expect(walkAwayView(cheap, "on-premises", "cloud")).toMatchObject({ answer: "No price" });
  });

  it("is for servers only", () => {
    expect(walkAwayView(claims, "api", "cloud")).toBeNull();
  });
});
