import { describe, expect, it } from "vitest";
import type { CatalogRecord } from "@/lib/catalog/schema";
import { ownPriceSeries } from "./own-price-series";
import { priceHistoryChart } from "./price-history";
import { spreadHelp, spreadTable, spreadTitle } from "./price-spreads";

it("a spread says who asks least and most, and how far they lie apart", () => {
  const price = (value: number, provider: string) => ({
    ...{ value, provider, key: provider, source: "LiteLLM price map", date: "2026-08-01" },
  });
  const { rows } = spreadTable([
    {
      ...{ model: "openai/gpt-5-6-luna", field: "inputPrice", low: 0.1, high: 1, ratio: 10 },
      prices: [price(0.1, "OpenRouter"), price(0.2, "OpenAI"), price(1, "Azure")],
    },
  ]);
  expect(rows[0]?.cells.map(({ text }) => text)).toEqual([
    "openai/gpt-5-6-luna",
    "Input price",
    "$0.10",
    "$1.00",
    "10 times",
  ]);
  expect(rows[0]?.cells[0]?.note).toBe("3 prices");
  expect(rows[0]?.cells[2]?.note).toBe("OpenRouter, LiteLLM price map");
  expect(spreadTitle(1)).toBe("1 price of the same model differs between sellers or sources");
  expect(spreadHelp(21)).toContain("The 20 widest");
});

describe("the prices of an own entry over time", () => {
  const seen = (date: string, value: number | null): CatalogRecord => ({
    ...{ id: "own-x", kind: "api-price", label: "X, OpenAI", subject: { model: "x" } },
    ...{ evidence: "list", source: "LiteLLM price map, x", date },
    figures: {
      inputPrice: { unit: "moneyPerMillionTokens", value: 1 },
      outputPrice: { unit: "moneyPerMillionTokens", value },
    },
  });

  it("are those of its days, the last word on each, with the fitted change", () => {
    const versions = [seen("2026-06-01", 4), seen("2025-06-01", 8), seen("2026-06-01", 5)];
    const series = ownPriceSeries(versions);
    expect(series?.points.map(({ date, value }) => [date, value])).toEqual([
      ["2025-06-01", 8],
      ["2026-06-01", 4],
    ]);
    if (!series) throw new Error("no series");
    expect(priceHistoryChart(series).title).toBe("X, OpenAI: output price fell by 50% a year");
  });

  it("are no series while it was seen on one day, or had no price", () => {
    expect(ownPriceSeries([])).toBeNull();
    expect(ownPriceSeries([seen("2026-06-01", 4), seen("2026-06-01", 5)])).toBeNull();
    expect(ownPriceSeries([seen("2026-06-01", 4), seen("2025-06-01", null)])).toBeNull();
  });
});
