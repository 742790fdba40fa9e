import { niceScale } from "@/lib/views/chart/nice-scale";
import { tornadoAxisText, tornadoSeriesNames } from "@/lib/views/proposal/deck-words";
import type { TornadoView } from "@/lib/views/tornado";
import { paperColours } from "../paper-colours";
import { amountCode, chartLook } from "./chart-options";
import { type Deck, type Slide, write } from "./deck-kit";
import { type Box, deckColours, hex, placed } from "./deck-look";
import { deckLine } from "./deck-text";

const names = 270;
const axisRoom = 44;
const legendRoom = 26;
const top = 18;
const right = 60;

/** Bars from the base to what each end of an input's range comes to: they begin where the axes cross. */
export function addTornado(deck: Deck, slide: Slide, tornado: TornadoView, box: Box): void {
  // The lowest row of a bar chart is its first.
  const bars = tornado.bars.toReversed();
  const base = tornado.base.result;
  const ends = bars
    .flatMap(({ low, high }) => [low.result, high.result])
    .filter((end) => end !== null);
  const scale = niceScale(Math.min(base, ...ends), Math.max(base, ...ends), {
    ...{ fromZero: false, atMost: 6 },
  });
  const step = (scale.ticks[1] ?? scale.max) - (scale.ticks[0] ?? scale.min);
  const categories = bars.map(nameOf);
  const series = [
    { name: tornadoSeriesNames.low, values: bars.map(({ low }) => low.result) },
    { name: tornadoSeriesNames.high, values: bars.map(({ high }) => high.result) },
  ];
  const largest = Math.max(Math.abs(scale.min), Math.abs(scale.max));
  const { formats } = deck.document;
  const amounts = { step, largest, currency: tornado.currency, formats };
  const code = amountCode({ ...amounts, step: step / 10 });
  const data = series.map(({ name, values }) => ({
    ...{ name, labels: [...categories] },
    values: values.map((value) => value ?? Number.NaN),
  }));
  const plotTop = box.top + top;
  const plot = {
    ...{ left: box.left + names, width: box.width - names - right },
    ...{ top: plotTop, height: box.height - top - axisRoom - legendRoom },
  };
  slide.addChart("bar", data, {
    ...chartLook,
    ...placed(box),
    altText: deckLine(tornado.title),
    ...{ barDir: "bar", barGrouping: "clustered", barGapWidthPct: 40 },
    barOverlapPct: bars.some((bar) => isOneSided(bar, base)) ? 40 : 100,
    chartColors: [hex(paperColours["ink-3"]), hex(paperColours.accent)],
    layout: {
      ...{ x: names / box.width, y: top / box.height },
      ...{ w: plot.width / box.width, h: plot.height / box.height },
    },
    ...{ valAxisMinVal: scale.min, valAxisMaxVal: scale.max, valAxisMajorUnit: step },
    ...{ valAxisCrossesAt: base, catAxisLabelPos: "low" },
    valAxisLabelFormatCode: amountCode(amounts),
    ...{ showValAxisTitle: true, valAxisTitle: deckLine(tornadoAxisText(tornado), 90) },
    ...{ showValue: true, dataLabelFormatCode: code },
    ...{
      showLegend: true,
      legendPos: "b",
      catAxisLabelColor: deckColours.ink,
      catAxisLabelFontSize: 10,
    },
  });
  deck.charts.push({
    ...{ categories, dates: null, names: null, isLine: false },
    series: series.map((one, at) => ({
      ...{ ...one, ...unmended },
      unlabelled: bars.flatMap((bar, place) =>
        isUnsaid(at === 0 ? [bar.low, bar.high] : [bar.high, bar.low], { base, step })
          ? [place]
          : [],
      ),
    })),
  });
  const at = plot.left + ((base - scale.min) / (scale.max - scale.min)) * plot.width;
  write(slide, deckLine(tornado.base.text, 60), {
    ...placed({ left: at - 100, top: box.top, width: 200, height: 16 }),
    ...{ fontSize: 11, bold: true, align: "center", objectName: "Base" },
  });
}

const unmended = { dash: null, width: null, isHatched: false, soft: deckColours.line };

type Bar = TornadoView["bars"][number];
type End = Bar["low"];
type Stretch = { readonly base: number; readonly step: number };

/** An amount that would stand over another: of an end at the base, and of the nearer of two on one side. */
function isUnsaid([end, other]: readonly [End, End], { base, step }: Stretch): boolean {
  if (end.result === null) return true;
  const away = end.result - base;
  const othersAway = (other.result ?? base) - base;
  return (
    Math.abs(away) < step / 50 || (away * othersAway > 0 && Math.abs(away) < Math.abs(othersAway))
  );
}

/** "Server price" over "$254,720 to $382,080, assumed ±20%". */
const nameOf = ({ label, low, high, assumedRange }: Bar): string => {
  const range = `${low.text} to ${high.text}${assumedRange === null ? "" : `, ${assumedRange}`}`;
  return `${deckLine(label, 56)}\n${deckLine(range, 64)}`;
};

const isOneSided = ({ low, high }: Bar, base: number): boolean =>
  low.result !== null && high.result !== null && (low.result - base) * (high.result - base) > 0;
