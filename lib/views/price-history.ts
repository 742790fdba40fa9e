import type { PriceSeries } from "@/lib/catalog/price-history";
import { priceTrend } from "@/lib/engine";
import { counted, dateText, money, share, unitText } from "@/lib/format";
import { priceCells, textCell } from "./table";
import type { ChartView, SeriesStyle, TableView } from "./types";

/** What one thing cost over time, with the yearly change fitted to it and the range of that. */
export function priceHistoryChart(series: PriceSeries): ChartView {
  const { label, points, note, kind, unit } = series;
  const trend = priceTrend(points);
  const x = points.map(({ date }) => placeOf(date));
  const style: SeriesStyle = {
    kind: kind === "api-price" ? "api" : "cloud",
    nthOfKind: 0,
    texture: "solid",
  };
  const fitted = trend && {
    id: "fitted",
    label: "Fitted change",
    shortLabel: "Fitted",
    style: { kind: null, nthOfKind: 0, texture: "solid" } as const,
    values: points.map(({ date }) => trend.at(date)),
    endLabel: lastOf(points.map(({ date }) => trend.at(date))),
  };
  return {
    id: "price-history",
    kind: "line",
    title: titleOf(label, trend),
    basis: basisOf(trend, points.length),
    unitLabel: unitLabels[unit] ?? unitText(unit, "USD"),
    x,
    xNames: points.map(({ date }) => dateText(date)),
    xTicks: ticksOf(points.map(({ date }) => date)),
    yFromZero: true,
    yUnit: "money",
    currency: "USD",
    series: [
      {
        id: "price",
        label: "Price",
        shortLabel: "Price",
        style,
        values: points.map(({ value }) => value),
        endLabel: lastOf(points.map(({ value }) => value)),
      },
      ...(fitted ? [fitted] : []),
    ],
    marks: [],
    bands: [],
    ...(note && { note }),
    get table() {
      return tableOf(series, trend);
    },
  };
}

const unitLabels: Readonly<Partial<Record<PriceSeries["unit"], string>>> = {
  moneyPerMillionTokens: "USD, a million tokens",
  moneyPerAcceleratorHour: "USD, an accelerator-hour",
};

const lastOf = (values: readonly number[]) => money(values.at(-1) ?? 0, "USD");

type Trend = ReturnType<typeof priceTrend>;

function titleOf(label: string, trend: Trend): string {
  if (!trend) return `${label}: too short a time for a yearly change`;
  const change = trend.changePerYearFraction;
  const size = share(Math.abs(change));
  if (size === share(0)) return `${label} has kept its price`;
  return change < 0 ? `${label} fell by ${size} a year` : `${label} rose by ${size} a year`;
}

function basisOf(trend: Trend, count: number): string {
  const prices = counted(count, "price");
  if (!trend) return `${prices}, less than half a year apart.`;
  const { lowFraction, highFraction } = trend;
  const fitted = `Fitted to the logarithms of ${prices}.`;
  if (lowFraction === null || highFraction === null) return `${fitted} Two prices leave no range.`;
  const range = `${perYearText(lowFraction)} to ${perYearText(highFraction)} a year with 95%`;
  return `${fitted} ${range}${lowFraction < 0 && highFraction > 0 ? ": it may fall or rise" : ""}.`;
}

const perYearText = (fraction: number) =>
  fraction > 0 ? `+${share(fraction)}` : `−${share(-fraction)}`;

/** Months since the year 0, days as parts of them: only the distances count. */
function placeOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return year * 12 + month - 1 + (day - 1) / 31;
}

/** Each January between the first and the last day, or those two where they lie in few years. */
function ticksOf(dates: readonly string[]): ChartView["xTicks"] {
  const [first = "", last = ""] = [dates[0], dates.at(-1)];
  const years: number[] = [];
  for (let year = Number(first.slice(0, 4)) + 1; `${year}-01-01` <= last; year += 1)
    years.push(year);
  return years.length > 1
    ? years.map((year) => ({ at: year * 12, label: String(year) }))
    : [first, last].map((date) => ({ at: placeOf(date), label: dateText(date) }));
}

function tableOf({ label, points, unit }: PriceSeries, trend: Trend): TableView {
  const cellOf = priceCells(points.map(({ value }) => value));
  const perUnit = unitText(unit, "USD");
  return {
    id: "price-history",
    about: label,
    caption: `${label}, price by day`,
    columns: [
      { id: "date", label: "Day", align: "left" },
      { id: "price", label: "Price", unit: perUnit, align: "right" },
      { id: "fitted", label: "Fitted", unit: perUnit, align: "right" },
      { id: "source", label: "Source", align: "left" },
    ],
    rows: points.map(({ date, value, source, evidence, note }) => ({
      id: date,
      cells: [
        textCell(dateText(date), date),
        { ...cellOf(value), evidence },
        cellOf(trend?.at(date)),
        { ...textCell(source), ...(note && { note }) },
      ],
    })),
  };
}
