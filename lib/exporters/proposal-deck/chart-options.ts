import type PptxGenJS from "pptxgenjs";
import { currencySymbol, withFormats } from "@/lib/format";
import type { Formats } from "@/lib/schemas/formats";
import { deckColours, deckFont } from "./deck-look";

export type Amounts = {
  readonly step: number;
  readonly largest: number;
  /** Empty for what is no money. */
  readonly currency: string;
  readonly formats: Formats | undefined;
};

/**
 * As a spreadsheet writes an amount on an axis: the digits that tell its steps apart. Which marks stand in them is
 * for the program that shows it; the currency is said as the proposal says it.
 */
export function amountCode({ step, largest, currency, formats }: Amounts): string {
  const sign = currency === "" ? "" : withFormats(formats, () => currencySymbol(currency));
  const symbol = sign === "" ? "" : `"${sign.replaceAll('"', "")}"`;
  const scales = [
    [1e9, ",,,", "B"],
    [1e6, ",,", "M"],
    [1e3, ",", "k"],
  ] as const;
  const [unit, commas, letter] = scales.find(([from]) => largest >= from) ?? [1, "", ""];
  const decimals = decimalsOf(step / unit);
  const digits = `#,##0${decimals > 0 ? `.${"0".repeat(decimals)}` : ""}${commas}`;
  const number = `${symbol}${digits}${letter ? `"${letter}"` : ""}`;
  return `${number};\u2212${number};0`;
}

function decimalsOf(step: number): number {
  for (let decimals = 0; decimals < 6; decimals += 1)
    if (Math.abs(step * 10 ** decimals - Math.round(step * 10 ** decimals)) < 1e-6) return decimals;
  return 6;
}

const axis = 11;

/** How every chart of a deck looks: its own font, quiet axes, no frame. */
export const chartLook: PptxGenJS.IChartOpts = {
  ...{ chartArea: { roundedCorners: false }, displayBlanksAs: "gap" },
  ...{ catAxisLabelFontFace: deckFont, valAxisLabelFontFace: deckFont },
  ...{ catAxisLabelFontSize: axis, valAxisLabelFontSize: axis },
  ...{ catAxisLabelColor: deckColours.quiet, valAxisLabelColor: deckColours.quiet },
  ...{ catAxisLineColor: deckColours.strongLine, valAxisLineShow: false },
  ...{ catAxisMajorTickMark: "none", valAxisMajorTickMark: "none" },
  valGridLine: { color: deckColours.line, size: 0.75, style: "solid" },
  ...{ catAxisTitleFontFace: deckFont, valAxisTitleFontFace: deckFont },
  ...{ catAxisTitleFontSize: axis, valAxisTitleFontSize: axis },
  ...{ catAxisTitleColor: deckColours.quiet, valAxisTitleColor: deckColours.quiet },
  ...{ legendFontFace: deckFont, legendFontSize: 12, legendColor: deckColours.words },
  ...{ dataLabelFontFace: deckFont, dataLabelFontSize: 11, dataLabelColor: deckColours.words },
};
