import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toDrawing } from "@/lib/views/chart/drawing";
import { niceScale } from "@/lib/views/chart/nice-scale";
import { spread } from "@/lib/views/chart/spread";
import { cumulativeCostChart } from "@/lib/views/cumulative-cost";
import { quarterlySpendChart } from "@/lib/views/quarterly-spend";
import { examplePlan, resultsOf } from "@/lib/views/testing/example";
import type { ChartView } from "@/lib/views/types";
import { readoutAt, readoutText } from "./readout";
import { fileName } from "./save-file";

const results = resultsOf(examplePlan("claims-assistant"));
const lines = cumulativeCostChart(results) as ChartView;
const bars = quarterlySpendChart(results, "on-premises") as ChartView;
const wide = { height: 372, narrow: false };

describe("toDrawing", () => {
  it("gives every value its place, inside round axes that start at zero", () => {
    const drawing = toDrawing(lines, wide);
    expect(drawing.type).toBe("line");
    expect(drawing.y.min).toBe(0);
    expect(drawing.y.ticks[0]).toEqual({ at: 0, label: "0" });
    for (const [index, series] of drawing.series.entries()) {
      expect(series.points.map(({ y }) => y)).toEqual(lines.series[index]?.values);
      for (const { x, y } of series.points) {
        expect(x).toBeGreaterThanOrEqual(drawing.x.min);
        expect(x).toBeLessThanOrEqual(drawing.x.max);
        expect(y).toBeLessThanOrEqual(drawing.y.max);
      }
    }
  });

  it("names each line at its end, short where there is little room", () => {
    expect(toDrawing(lines, wide).endLabels.map(({ name }) => name)).toEqual([
      "Managed API",
      "Cloud H200",
      "Own H200 servers",
    ]);
    const narrow = toDrawing(lines, { height: 300, narrow: true }).endLabels;
    expect(Math.max(...narrow.map(({ name }) => name.length))).toBeLessThanOrEqual(12);
  });

  it("leaves a gap where there is no figure, never a zero", () => {
    const [first, ...rest] = lines.series;
    const gap = { ...first, values: [null, ...(first?.values.slice(1) ?? [])] };
    const drawing = toDrawing({ ...lines, series: [gap, ...rest] as ChartView["series"] }, wide);
    expect(drawing.series[0]?.points[0]?.y).toBeNaN();
  });

  it("makes room for a level above its bar, and reads it out with the bar", () => {
    const levels = { label: "Budget", values: bars.x.map((x) => (x === 0 ? 9e9 : null)) };
    const view = { ...bars, levels };
    expect(toDrawing(view, wide).y.max).toBeGreaterThanOrEqual(9e9);
    expect(readoutText(readoutAt(view, 0))).toMatch(/; Budget \$9,000,000,000$/);
    expect(readoutText(readoutAt(view, 1))).not.toContain("Budget");
  });

  it("makes room for stacked bars, and for what falls below zero", () => {
    const drawing = toDrawing(bars, { height: 206, narrow: false });
    const tallest = Math.max(
      ...bars.x.map((_, index) =>
        bars.series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0),
      ),
    );
    expect(drawing.type).toBe("bar");
    expect(drawing.y.max).toBeGreaterThanOrEqual(tallest);
    const negative = bars.series.map((series) => ({
      ...series,
      values: series.values.map(() => -5),
    }));
    expect(toDrawing({ ...bars, series: negative }, wide).y.min).toBeLessThanOrEqual(-10);
  });
});

describe("niceScale", () => {
  it("holds the data, has round ticks, and starts money at zero", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e12, noNaN: true }),
        fc.double({ min: 0, max: 1e12, noNaN: true }),
        (lowest, span) => {
          const scale = niceScale(lowest, lowest + span, { fromZero: true, atMost: 6 });
          expect(scale.ticks.length).toBeGreaterThan(0);
          expect(scale.ticks).toContain(0);
          const slack = (span + Math.abs(lowest)) * 1e-6;
          if (slack > 1e-12) {
            expect(scale.min).toBeLessThanOrEqual(Math.min(0, lowest) + slack);
            expect(scale.max).toBeGreaterThanOrEqual(lowest + span - slack);
            expect(scale.ticks.length).toBeLessThan(12);
          }
        },
      ),
    );
  });
});

describe("spread", () => {
  it("keeps labels apart and in order, and leaves those that are apart alone", () => {
    expect(spread([10, 100, 200], { gap: 32, from: 0, to: 300 })).toEqual([10, 100, 200]);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 7 }),
        (wanted) => {
          const placed = spread(wanted, { gap: 32, from: 0, to: 300 });
          const sorted = [...placed].sort((a, b) => a - b);
          for (let index = 1; index < sorted.length; index++) {
            expect((sorted[index] ?? 0) - (sorted[index - 1] ?? 0)).toBeGreaterThanOrEqual(
              32 - 1e-9,
            );
          }
          expect(sorted[0]).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

describe("what the rule reads out", () => {
  it("is every value, the largest first, in full", () => {
    const readout = readoutAt(lines, 60);
    expect(readout.title).toBe("Month 60, Dec 2031");
    const values = readout.rows.map(
      ({ id }) => lines.series.find((one) => one.id === id)?.values[60],
    );
    expect(values).toEqual([...values].sort((a, b) => (b ?? 0) - (a ?? 0)));
    expect(readoutText(readout)).toMatch(/^Month 60, Dec 2031; Managed API \$\d,\d{3},\d{3}; /);
  });
});

describe("fileName", () => {
  it("is plain whatever the plan is called", () => {
    expect(fileName(["Claims assistant", "token-cost"], "csv")).toBe(
      "claims-assistant-token-cost.csv",
    );
    expect(fileName(["../../etc", "x"], "png")).toBe("etc-x.png");
    expect(fileName(["日本", "x"], "png")).toBe("x.png");
  });

  it("says the scenario and the option, and stays short enough for a disk", () => {
    expect(fileName(["Claims", "High growth", "Cloud H200", "quarterly-spend"], "csv")).toBe(
      "claims-high-growth-cloud-h200-quarterly-spend.csv",
    );
    expect(fileName(["Claims", undefined, "monthly-cost"], "csv")).toBe("claims-monthly-cost.csv");
    const long = "a".repeat(80);
    expect(fileName([long, long, long, "quarterly-spend"], "csv").length).toBeLessThan(255);
  });
});
