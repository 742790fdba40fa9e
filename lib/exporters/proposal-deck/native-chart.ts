import type PptxGenJS from "pptxgenjs";
import { type Drawing, toDrawing } from "@/lib/views/chart/drawing";
import { type EndLabelSetting, endLabelSetting, paddingOf } from "@/lib/views/chart/frame";
import { dashOf, widthOf } from "@/lib/views/chart/line-look";
import type { PlotPlaces } from "@/lib/views/chart/plot";
import type { ChartSeries, ChartView } from "@/lib/views/types";
import { paperHue, softPaperHue } from "../paper-colours";
import { addEndLabels, addMarks } from "./chart-labels";
import { amountCode, chartLook } from "./chart-options";
import type { Deck, Slide } from "./deck-kit";
import { type Box, deckColours, hex, placed } from "./deck-look";
import { deckLine, deckTextWidth } from "./deck-text";
import { type ChartMend, dateCode } from "./mended-chart";
import { datesOf } from "./month-dates";

type Plot = PlotPlaces & { readonly setting: EndLabelSetting };

/** A chart that PowerPoint draws from its own data, with the names of its lines and crossings beside it. */
export function addNativeChart(deck: Deck, slide: Slide, view: ChartView, box: Box): void {
  const chart = { ...view, series: view.series.filter((series) => isDrawn(view, series)) };
  const drawing = withShortNames(toDrawing(chart, { height: box.height, narrow: false }));
  const plot = deckPlot(drawing, chart, box);
  const isLine = drawing.type === "line";
  const mend = mendOf(chart, isLine);
  const options = optionsOf(chart, drawing, { plot, box, mend });
  const colours = chart.series.map(({ style }) => hex(paperHue(style)));
  const data = mend.series.map(({ name, values }) => ({
    ...{ name, labels: (mend.dates ?? mend.categories).map(String) },
    // The library writes an empty point for what is no number.
    values: values.map((value) => value ?? Number.NaN),
  }));
  if (isLine) slide.addChart("line", data, { ...options, ...lineOptions, chartColors: colours });
  else addBars(slide, { data, colours, options, hasLevels: chart.levels !== undefined });
  deck.charts.push(mend);
  if (!isLine) return;
  addEndLabels(slide, { plot, drawing, box });
  addMarks(slide, { plot, drawing, chart, box });
}

/** A part that is nothing at all, and that the chart's own key leaves out, needs no name either. */
const isDrawn = (view: ChartView, series: ChartSeries): boolean =>
  keyOf(view, series) !== undefined || view.keys === undefined || series.values.some(Boolean);

const keyOf = ({ keys }: Pick<ChartView, "keys">, { style }: ChartSeries) =>
  keys?.find((one) => one.style.texture === style.texture && one.style.kind === style.kind);

/** A name at a line's end leaves the plot its room. */
const withShortNames = (drawing: Drawing): Drawing => ({
  ...drawing,
  endLabels: drawing.endLabels.map((label) => ({ ...label, name: deckLine(label.name, 28) })),
});

const lineOptions: PptxGenJS.IChartOpts = { lineDataSymbol: "none", lineSize: 2 };

type Bars = {
  readonly data: PptxGenJS.OptsChartData[];
  readonly colours: string[];
  readonly options: PptxGenJS.IChartOpts;
  readonly hasLevels: boolean;
};

/** A level, such as a budget, is a dash over each bar: a line without its line. */
function addBars(slide: Slide, { data, colours, options, hasLevels }: Bars): void {
  const bars = { barDir: "col", barGrouping: "stacked", barGapWidthPct: 45, chartColors: colours };
  if (!hasLevels) {
    slide.addChart("bar", data, { ...options, ...bars });
    return;
  }
  const level: PptxGenJS.IChartOpts = {
    ...{ chartColors: [deckColours.ink], lineSize: 0 },
    ...{ lineDataSymbol: "dash", lineDataSymbolSize: 28, lineDataSymbolLineColor: deckColours.ink },
  };
  const types = [
    { type: "bar" as const, data: data.slice(0, -1), options: bars },
    { type: "line" as const, data: data.slice(-1), options: level },
  ];
  slide.addChart(types as never, { ...options, ...bars } as never);
}

const axisTitle = 18;
const legendRoom = 28;
const onePixel = (text: string, size: number, weight: number) =>
  deckTextWidth(text, size, weight >= 600);

function deckPlot(drawing: Drawing, chart: ChartView, box: Box): Plot {
  const setting = endLabelSetting(drawing, box);
  const hasXLabel = chart.xLabel !== undefined;
  const padding = paddingOf(drawing, onePixel, { setting, hasXLabel });
  const isLine = drawing.type === "line";
  const area = {
    left: padding.left + axisTitle,
    right: box.width - padding.right,
    top: padding.top,
    bottom: box.height - padding.bottom - (isLine ? 0 : legendRoom),
  };
  const [first, last] = [chart.x[0] ?? 0, chart.x.at(-1) ?? 1];
  const { y } = drawing;
  const toX = (area.right - area.left) / (last - first || 1);
  const toY = (area.bottom - area.top) / (y.max - y.min || 1);
  return {
    ...{ area, setting },
    x: (value) => area.left + (value - first) * toX,
    y: (value) => area.bottom - (value - y.min) * toY,
  };
}

type Placing = { readonly plot: Plot; readonly box: Box; readonly mend: ChartMend };

function optionsOf(
  chart: ChartView,
  { type, y }: Drawing,
  { plot: { area }, box, mend }: Placing,
): PptxGenJS.IChartOpts {
  const [first, second] = y.ticks;
  const step = (second?.at ?? y.max) - (first?.at ?? y.min);
  const isMoney = chart.yUnit === "money" || chart.yUnit === "moneyPerMillionTokens";
  const largest = Math.max(Math.abs(y.min), Math.abs(y.max));
  return {
    ...chartLook,
    ...{ ...placed(box), altText: deckLine(chart.title) },
    layout: {
      x: area.left / box.width,
      y: area.top / box.height,
      w: (area.right - area.left) / box.width,
      h: (area.bottom - area.top) / box.height,
    },
    ...{ valAxisMinVal: y.min, valAxisMaxVal: y.max, valAxisMajorUnit: step },
    valAxisLabelFormatCode: amountCode({
      ...{ step, largest, formats: chart.formats },
      currency: isMoney ? chart.currency : "",
    }),
    ...{ showValAxisTitle: true, valAxisTitle: deckLine(chart.unitLabel, 80) },
    ...(chart.xLabel !== undefined && {
      ...{ showCatAxisTitle: true, catAxisTitle: deckLine(chart.xLabel, 80) },
    }),
    ...labelOptions(mend),
    ...(type === "bar" && { showLegend: true, legendPos: "b" }),
  };
}

const mostLabels = 8;

/** Months stand on an axis of dates, a name each year; of other names not too many. */
const labelOptions = ({ dates, categories, names }: ChartMend): PptxGenJS.IChartOpts => {
  if (dates) return { catLabelFormatCode: dateCode };
  const every = names ? 1 : Math.ceil(categories.length / mostLabels);
  return { catAxisLabelFrequency: String(Math.max(1, every)) };
};

function mendOf(chart: ChartView, isLine: boolean): ChartMend {
  const names = chart.xNames.map((name) => deckLine(name, 60));
  const dates = isLine ? datesOf(chart) : null;
  const isMany = !isLine && names.length > mostLabels;
  const categories = isMany ? chart.x.map((x) => tickAt(chart, x)) : names;
  return {
    ...{ categories, dates, isLine, names: isMany || dates ? names : null },
    series: [
      ...chart.series.map((one) => seriesOf(chart, one, isLine)),
      ...(chart.levels
        ? [{ ...unmended, name: deckLine(chart.levels.label, 60), values: chart.levels.values }]
        : []),
    ],
  };
}

const unmended = {
  dash: null,
  width: null,
  isHatched: false,
  soft: deckColours.line,
  unlabelled: [],
};

function seriesOf(
  chart: ChartView,
  series: ChartSeries,
  isLine: boolean,
): ChartMend["series"][number] {
  const { style, label, values } = series;
  const key = keyOf(chart, series);
  return {
    ...{ name: deckLine(key?.label ?? label, 80), values },
    dash: isLine ? dashName(dashOf(style)) : null,
    width: isLine ? widthOf(style) * 1.15 : null,
    isHatched: style.texture === "hatched",
    soft: hex(softPaperHue(style)),
    unlabelled: [],
  };
}

/** The format's own dashes that are nearest to the screen's. */
const dashName = (dash: readonly number[]): string =>
  dash.length === 0
    ? "solid"
    : dash.length > 2
      ? "dashDot"
      : (dash[0] ?? 0) > 4
        ? "dash"
        : "sysDot";

/** The name of a tick that stands at this x, or just after it; most have none. */
const tickAt = ({ xTicks }: ChartView, x: number): string =>
  deckLine(xTicks.find(({ at }) => at >= x && at < x + 1)?.label ?? "", 40);
