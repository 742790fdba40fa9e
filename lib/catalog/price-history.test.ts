import { describe, expect, it } from "vitest";
import { priceTrend } from "@/lib/engine/index";
import { catalogFigure } from "./find";
import { priceHistory } from "./price-history";

const trendOf = (id: string) => {
  const series = priceHistory.find((candidate) => candidate.id === id);
  if (!series) throw new Error(`no ${id}`);
  return priceTrend(series.points);
};

describe("price history", () => {
  it("has unique ids, and each series its prices in order of time, none recalled as if read", () => {
    expect(new Set(priceHistory.map(({ id }) => id)).size).toBe(priceHistory.length);
    for (const { id, points } of priceHistory) {
      const dates = points.map(({ date }) => date);
      expect([id, dates]).toEqual([id, dates.toSorted()]);
      expect([id, new Set(dates).size]).toEqual([id, dates.length]);
      for (const { source, evidence, url } of points) {
        if (/recalled|quoted by others/.test(source))
          expect([id, evidence]).toEqual([id, "estimated"]);
        else expect([id, url]).toEqual([id, expect.stringContaining("https://")]);
      }
    }
  });

  it("takes nothing from sources that do not allow it", () => {
    const text = JSON.stringify(priceHistory);
    for (const source of ["gpu-pricing-tracker", "cherielilili", "cloud-gpus.csv", "llm-api-price"])
      expect(text).not.toContain(source);
  });

  it("fits the yearly change that the catalog already names for a rental", () => {
    const change = trendOf("aws-p5")?.changePerYearFraction ?? 0;
    expect(change).toBeCloseTo(
      catalogFigure("trend-rental-named-machine.changePerYearFraction").value ?? 0,
      3,
    );
  });

  it("rises where prices rose, and says how wide the range is where they went down and up", () => {
    expect(trendOf("deepseek-chat-input")?.changePerYearFraction).toBeGreaterThan(0.4);
    const market = trendOf("h100-market");
    expect(market?.changePerYearFraction).toBeLessThan(0);
    expect(market?.highFraction).toBeGreaterThan(0);
    expect(trendOf("llama-3.3-70b-groq-input")?.changePerYearFraction).toBeCloseTo(0, 12);
  });

  it("names no yearly change of four weeks", () => {
    expect(trendOf("h100-marketplace")).toBeNull();
  });
});
