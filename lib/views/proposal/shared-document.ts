import type { Formats } from "@/lib/schemas/formats";
import type { HouseStyle } from "@/lib/schemas/house-style";
import type { TornadoView } from "../tornado";
import type {
  Cell,
  ChartMark,
  ChartSeries,
  ChartView,
  Column,
  Figure,
  SeriesStyle,
  TableView,
  TimelineRow,
  TimelineView,
} from "../types";
import type { DocumentBlock, DocumentSection, ProposalDocument, ProseParagraph } from "./document";

/**
 * What a stranger with a link may see of a document: each field is named here, and nothing else goes out.
 * Ids become places, and what leads into the application leads nowhere. A new kind of block does not compile
 * until somebody decides about it; a new field is left out until then.
 */
export const sharedDocument = (document: ProposalDocument): ProposalDocument => ({
  subject: document.subject,
  title: document.title,
  name: document.name,
  issued: document.issued && {
    date: document.issued.date,
    snapshot: document.issued.snapshot,
    versions: document.issued.versions,
  },
  house: houseOf(document.house),
  ...(document.formats && { formats: formatsOf(document.formats) }),
  sections: document.sections.map(sectionOf),
});

const houseOf = (house: HouseStyle): HouseStyle => ({
  organizationName: house.organizationName,
  accentColour: house.accentColour,
  logo: house.logo && { mediaType: house.logo.mediaType, base64: house.logo.base64 },
  confidentiality: house.confidentiality,
  footer: house.footer,
});

const formatsOf = ({ numbers, dates, currency }: Formats): Formats => ({
  ...{ numbers, dates, currency },
});

const placed = (at: number) => String(at + 1);

const sectionOf = ({ title, blocks }: DocumentSection, at: number): DocumentSection => ({
  id: placed(at),
  title,
  blocks: blocks.map((block, nth) => blockOf(block, `${placed(at)}-${placed(nth)}`)),
});

function blockOf(block: DocumentBlock, id: string): DocumentBlock {
  switch (block.kind) {
    case "lead":
      return { kind: "lead", paragraphs: block.paragraphs.map(paragraphOf) };
    case "prose":
      return { kind: "prose", paragraphs: block.paragraphs.map(paragraphOf) };
    case "figures":
      return { kind: "figures", figures: block.figures.map(figureOf) };
    case "chart":
      return { kind: "chart", chart: chartOf(block.chart, id) };
    case "timeline":
      return { kind: "timeline", timeline: timelineOf(block.timeline, id) };
    case "tornado":
      return { kind: "tornado", tornado: tornadoOf(block.tornado, id) };
    case "table":
      return { kind: "table", title: block.title, table: tableOf(block.table) };
    case "list":
      return { kind: "list", title: block.title, items: [...block.items] };
    case "columns":
      return {
        kind: "columns",
        columns: block.columns.map(({ title, paragraphs }) => ({
          title,
          paragraphs: paragraphs.map(paragraphOf),
        })),
      };
  }
}

const paragraphOf = ({ style, runs }: ProseParagraph): ProseParagraph => ({
  style,
  runs: runs.map(({ text, isBold, isItalic, href }) => ({
    ...{ text, isBold, isItalic, figureKey: null },
    href: href !== null && isElsewhere(href) ? href : null,
  })),
});

/** A page or an address of the world: what its writer meant readers to follow. */
const isElsewhere = (href: string) => /^(https:\/\/|mailto:)/.test(href);

const figureOf = ({ label, value, unit, note, evidence }: Figure, at: number): Figure => ({
  ...{ id: placed(at), label, value },
  ...(unit !== undefined && { unit }),
  ...(note !== undefined && { note }),
  ...(evidence !== undefined && { evidence }),
});

const styleOf = ({ kind, nthOfKind, texture }: SeriesStyle): SeriesStyle => ({
  kind,
  nthOfKind,
  texture,
});

function chartOf(chart: ChartView, id: string): ChartView {
  const { xLabel, guides, levels, keys, note } = chart;
  return {
    ...{ id, kind: chart.kind, title: chart.title, basis: chart.basis },
    ...{ unitLabel: chart.unitLabel, x: [...chart.x], xNames: [...chart.xNames] },
    xTicks: chart.xTicks.map(({ at, label }) => ({ at, label })),
    ...{ yFromZero: chart.yFromZero, yUnit: chart.yUnit, currency: chart.currency },
    series: chart.series.map(seriesOf),
    marks: chart.marks.map(markOf),
    bands: chart.bands.map(({ fromX, toX, style }) => ({ fromX, toX, style: styleOf(style) })),
    ...(xLabel !== undefined && { xLabel }),
    ...(guides && { guides: guides.map(({ x, label }) => ({ x, label })) }),
    ...(levels && { levels: { label: levels.label, values: [...levels.values] } }),
    ...(keys && { keys: keys.map(({ label, style }) => ({ label, style: styleOf(style) })) }),
    ...(note !== undefined && { note }),
    ...(chart.formats && { formats: formatsOf(chart.formats) }),
    table: tableOf(chart.table),
  };
}

const seriesOf = (series: ChartSeries, at: number): ChartSeries => ({
  ...{ id: placed(at), label: series.label, shortLabel: series.shortLabel },
  ...{ style: styleOf(series.style), values: [...series.values] },
  ...(series.points && { points: series.points.map(({ x, y }) => ({ x, y })) }),
  ...(series.endLabel !== undefined && { endLabel: series.endLabel }),
});

const markOf = ({ x, y, rank, title, text }: ChartMark, at: number): ChartMark => ({
  ...{ id: placed(at), x, y, rank, title },
  ...(text !== undefined && { text }),
});

const timelineOf = (timeline: TimelineView, id: string): TimelineView => ({
  ...{ id, title: timeline.title, basis: timeline.basis, months: timeline.months },
  ticks: timeline.ticks.map(({ at, label }) => ({ at, label })),
  rows: timeline.rows.map(timelineRowOf),
  table: tableOf(timeline.table),
});

const timelineRowOf = (row: TimelineRow, at: number): TimelineRow => ({
  ...{ id: placed(at), label: row.label, detail: row.detail, style: styleOf(row.style) },
  bars: row.bars.map(({ fromMonth, toMonth }) => ({ fromMonth, toMonth })),
  marks: row.marks.map(({ month, label }) => ({ month, label })),
  ...{ verdict: row.verdict, verdictDetail: row.verdictDetail },
});

const tornadoOf = (tornado: TornadoView, id: string): TornadoView => ({
  ...{ id, title: tornado.title, basis: tornado.basis, currency: tornado.currency },
  base: { result: tornado.base.result, text: tornado.base.text },
  isDifference: tornado.isDifference,
  bars: tornado.bars.map(({ label, assumedRange, low, high, words }, at) => ({
    ...{ path: placed(at), href: "", label, assumedRange, words },
    low: { text: low.text, result: low.result },
    high: { text: high.text, result: high.result },
  })),
  ...(tornado.formats && { formats: formatsOf(tornado.formats) }),
  note: tornado.note,
  table: tableOf(tornado.table),
});

const tableOf = ({ caption, columns, rows, totals }: TableView): TableView => ({
  ...{ id: "", caption, columns: columns.map(columnOf) },
  rows: rows.map(({ cells }, at) => ({ id: placed(at), cells: cells.map(cellOf) })),
  ...(totals && { totals: totals.map(cellOf) }),
});

const columnOf = ({ label, unit, align }: Column, at: number): Column => ({
  ...{ id: placed(at), label, align },
  ...(unit !== undefined && { unit }),
});

/** As it reads: the unrounded value behind it stays here. */
const cellOf = ({ text, evidence, note, mark, kind, isStrong }: Cell): Cell => ({
  ...{ text, sort: null },
  ...(evidence !== undefined && { evidence }),
  ...(note !== undefined && { note }),
  ...(mark !== undefined && { mark }),
  ...(kind !== undefined && { kind }),
  ...(isStrong !== undefined && { isStrong }),
});
