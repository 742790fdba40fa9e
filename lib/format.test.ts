import { describe, expect, it } from "vitest";
import {
  columnDecimals,
  columnFigureParts,
  columnFigureText,
  counted,
  dateText,
  figureParts,
  figureText,
  instantText,
  listed,
  money,
  moneyDifference,
  moneyFull,
  moneyTick,
  monthName,
  numberFixed,
  percent,
  quantity,
  quantityEnds,
  share,
  tokensFull,
} from "./format";

describe("money", () => {
  it.each([
    [3_473_184, "$3.47M"],
    [-5_060_000, "\u2212$5.06M"],
    [0.3047, "$0.305"],
    [0.12, "$0.12"],
    [12.3, "$12.30"],
    [10.3617, "$10.36"],
    [880.4, "$880"],
    [789_637, "$790k"],
    [999_600, "$1.00M"],
    [99.97, "$100"],
    [10_000_000, "$10.0M"],
    [0, "$0"],
    [4.1e15, "$4,100T"],
  ])("reads %d as %s", (value, text) => {
    expect(money(value, "USD")).toBe(text);
  });

  it("writes the sign of the currency, or its code where it has none", () => {
    expect(money(2_500_000, "EUR")).toBe("\u20ac2.50M");
    expect(money(2_500_000, "CHF")).toBe("CHF\u00a02.50M");
  });

  it.each([
    [3_473_184.4, "$3,473,184"],
    [12.5, "$12.50"],
    [0.3047, "$0.3047"],
    [1.4, "$1.40"],
    [0.00012345, "$0.000123"],
    [-4, "\u2212$4.00"],
    [0, "$0.00"],
  ])("in full reads %d as %s", (value, text) => {
    expect(moneyFull(value, "USD")).toBe(text);
  });

  it.each([
    [0, "0"],
    [2_000_000, "$2M"],
    [250_000, "$250k"],
    [0.5, "$0.50"],
    [20, "$20"],
    [-1_000_000, "\u2212$1M"],
  ])("on an axis reads %d as %s", (value, text) => {
    expect(moneyTick(value, "USD")).toBe(text);
  });

  it("gives amounts under each other as many decimals as the largest takes", () => {
    expect(columnDecimals([574.44, 17_975.2, null])).toBe(0);
    expect(columnDecimals([574.44, 12.3, 0])).toBe(2);
    expect(columnDecimals([0.3047, 0.0012])).toBe(4);
    expect(columnDecimals([0, undefined])).toBe(2);
    expect(numberFixed(574.44, 0)).toBe("574");
    expect(numberFixed(-1200.5, 2)).toBe("\u22121,200.50");
    expect(numberFixed(-0.2, 0)).toBe("0");
  });

  it("signs a difference", () => {
    expect(moneyDifference(1_920_000, "USD")).toBe("+$1.92M");
    expect(moneyDifference(-1_920_000, "USD")).toBe("\u2212$1.92M");
  });
});

describe("counts", () => {
  it("shortens tokens to three figures, and in full keeps one decimal of billions", () => {
    expect(quantity(54_700_000_000)).toBe("54.7B");
    expect(quantity(48e9)).toBe("48B");
    expect(quantity(2000)).toBe("2,000");
    expect(tokensFull(11_398_800_000_000)).toBe("11,398.8B");
    expect(tokensFull(12_500)).toBe("12,500");
  });

  it("counts and lists", () => {
    expect(counted(1, "workload")).toBe("1 workload");
    expect(counted(1200, "input")).toBe("1,200 inputs");
    expect(listed(["a", "b", "c"])).toBe("a, b and c");
  });
});

describe("percent and share", () => {
  it("keeps decimals only where there are any", () => {
    expect(percent(0.08)).toBe("8%");
    expect(percent(0.075)).toBe("7.5%");
    expect(percent(-0.05)).toBe("\u22125%");
    expect(percent(-0.00001)).toBe("0%");
  });

  it("never rounds a part to nothing or to everything", () => {
    expect(share(0.667)).toBe("67%");
    expect(share(0.001)).toBe("under 1%");
    expect(share(0.999)).toBe("over 99%");
    expect(share(0)).toBe("0%");
  });
});

describe("inputs with their unit", () => {
  it("takes percent from a fraction and names the denominator of every rate", () => {
    expect(figureText(-0.3, "fractionPerYear", "USD")).toBe("\u221230%/yr");
    expect(figureText(3.3, "moneyPerAcceleratorHour", "EUR")).toBe("3.3 EUR/accelerator-h");
    expect(figureText(4300, "tokensPerSecond", "USD")).toBe("4,300 tok/s");
    expect(figureParts(2.1, "ratio", "USD")).toEqual({ value: "2.1", unit: "x" });
  });

  it("says the ends of some counts, and one alone where they read alike", () => {
    expect(quantityEnds([3081, 332, 900])).toBe("332 to 3,080");
    expect(quantityEnds([11.61, 11.62])).toBe("11.6");
  });

  it("has cents at least for money in a column, and other figures as they are", () => {
    const text = (value: number) => columnFigureText(value, "moneyPerAcceleratorHour", "$");
    expect([3.5, 14.2416, 0, 285_000, -2].map(text)).toEqual([
      "3.50 $/accelerator-h",
      "14.2416 $/accelerator-h",
      "0.00 $/accelerator-h",
      "285,000.00 $/accelerator-h",
      "\u22122.00 $/accelerator-h",
    ]);
    expect(columnFigureText(null, "moneyPerServer", "$")).toBe("unpriced");
    expect(columnFigureText(0.3, "fraction", "$")).toBe("30%");
    expect(columnFigureParts(2.1, "ratio", "$")).toEqual({ value: "2.1", unit: "x" });
  });

  it("tells a month of the plan from a number of months, and one from many", () => {
    expect(figureText(2, "month", "USD")).toBe("month 2");
    expect(figureText(1, "months", "USD")).toBe("1 month");
    expect(figureText(2, "months", "USD")).toBe("2 months");
  });

  it("says unpriced for missing money, and missing for the rest", () => {
    expect(figureText(null, "moneyPerServer", "USD")).toBe("unpriced");
    expect(figureText(null, "tokensPerSecond", "USD")).toBe("missing");
  });
});

describe("dates", () => {
  it("do not move with the time zone of the machine", () => {
    expect(monthName("2029-02")).toBe("Feb 2029");
    expect(dateText("2026-11-21")).toBe("21 Nov 2026");
    expect(instantText("2026-11-21T23:59:00Z")).toBe("21 Nov 2026, 23:59 UTC");
  });
});
