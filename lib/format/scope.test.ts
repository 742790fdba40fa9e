import { expect, it } from "vitest";
import { currencyStyles, dateStyles, type Formats, numberStyles } from "@/lib/schemas/formats";
import {
  dateText,
  exactAmount,
  exactPercent,
  figureText,
  instantText,
  money,
  moneyFull,
  numberFixed,
  percent,
  usualFormats,
  withFormats,
} from "../format";

const all: readonly Formats[] = numberStyles.flatMap((numbers) =>
  dateStyles.flatMap((dates) => currencyStyles.map((currency) => ({ numbers, dates, currency }))),
);
const numbers = [0, 1, 0.31, 12.5, 999.99, 1234.5, 318_400, 3_473_184.25, -1_330_400.5];

/** A number as whoever knows its marks reads it back. */
function readBack(text: string, style: Formats["numbers"]): number {
  const point = style === "1,234.56" || style === "1'234.56" ? "." : ",";
  const plain = text.replaceAll("\u2212", "-").replace(point, "|");
  return Number(plain.replaceAll(/[.,\u202f\u2019]/g, "").replace("|", "."));
}

it.each(all)("$numbers, $dates, $currency: a number reads back as itself", (formats) => {
  withFormats(formats, () => {
    for (const value of numbers) {
      const text = numberFixed(value, 2);
      expect(readBack(text, formats.numbers), text).toBeCloseTo(value, 2);
      const exact = exactAmount(value.toFixed(2));
      expect(readBack(exact, formats.numbers), exact).toBeCloseTo(value, 2);
    }
  });
});

const german: Formats = { numbers: "1.234,56", dates: "20.11.2026", currency: "code" };

it("writes amounts, shares, figures and dates as they were chosen", () => {
  const texts = withFormats(german, () => [
    money(3_473_184, "USD"),
    moneyFull(-318_400, "EUR"),
    percent(0.0725),
    exactPercent("0.035"),
    figureText(1234.5, "moneyPerThousandRequests", "USD"),
    dateText("2026-11-20"),
    instantText("2026-09-03T14:05:59Z"),
  ]);
  expect(texts).toEqual([
    ...["USD\u00a03,47M", "\u2212EUR\u00a0318.400", "7,25%", "3,5"],
    ...["1.234,5 USD/1.000 requests", "20.11.2026", "03.09.2026, 14:05 UTC"],
  ]);
});

it.each([
  ["2026-11-20", "2026-03-04"],
  ["20/11/2026", "04/03/2026"],
  ["11/20/2026", "03/04/2026"],
  ["20 Nov 2026", "4 Mar 2026"],
] as const)("%s", (dates, text) => {
  expect(withFormats({ ...usualFormats, dates }, () => dateText("2026-03-04T10:00:00Z"))).toBe(
    text,
  );
});

it("ends with what was made in it, also where that throws, and holds inside another", () => {
  const fails = () => {
    throw new Error("on purpose");
  };
  expect(() => withFormats(german, fails)).toThrow("on purpose");
  expect(numberFixed(1234.5, 2)).toBe("1,234.50");
  withFormats(german, () => {
    expect(withFormats(undefined, () => numberFixed(1234.5, 2))).toBe("1,234.50");
    expect(numberFixed(1234.5, 2)).toBe("1.234,50");
  });
});
