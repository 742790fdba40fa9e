import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { toDrawing } from "@/lib/views/chart/drawing";
import type { DocumentBlock, ProposalDocument } from "@/lib/views/proposal/document";
import type { ChartView, TableView } from "@/lib/views/types";

const size = { width: 650, height: 230 };

/** The same words, tables and lines as a page that a spreadsheet opens, its charts as drawings beside it. */
export function writeSource(folder: string, { title, sections }: ProposalDocument): string {
  let count = 0;
  const drawn = (svg: string) => {
    const name = `chart-${count++}.svg`;
    writeFileSync(join(folder, name), svg);
    return `<p><img src="${name}" width="${size.width}" height="${size.height}"></p>`;
  };
  const body = sections.map(
    (section) =>
      `<h2>${escaped(section.title)}</h2>${section.blocks.map((block) => sourceOf(block, drawn)).join("")}`,
  );
  const file = join(folder, "proposal.html");
  writeFileSync(
    file,
    `<html><head><meta charset="utf-8"></head><body><h1>${escaped(title)}</h1>${body.join("")}</body></html>`,
  );
  return file;
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function sourceOf(block: DocumentBlock, drawn: (svg: string) => string): string {
  switch (block.kind) {
    case "chart":
      return `<h3>${escaped(block.chart.title)}</h3>${drawn(chartSource(block.chart))}`;
    case "table":
      return `<h3>${escaped(block.title)}</h3>${tableSource(block.table)}`;
    case "timeline":
      return `<h3>${escaped(block.timeline.title)}</h3>${tableSource(block.timeline.table)}`;
    case "tornado":
      return `<h3>${escaped(block.tornado.title)}</h3>${tableSource(block.tornado.table)}`;
    case "figures":
      return block.figures
        .map(({ label, value }) => `<p>${escaped(`${label} ${value}`)}</p>`)
        .join("");
    case "list":
      return block.items.map((item) => `<p>${escaped(item)}</p>`).join("");
    case "columns":
      return block.columns.flatMap(({ paragraphs }) => paragraphs.map(paragraphSource)).join("");
    default:
      return block.paragraphs.map(paragraphSource).join("");
  }
}

const paragraphSource = ({ runs }: { readonly runs: readonly { readonly text: string }[] }) =>
  `<p>${escaped(runs.map(({ text }) => text).join(""))}</p>`;

function tableSource({ columns, rows }: TableView): string {
  const row = (texts: readonly string[], tag: string) =>
    `<tr>${texts.map((text) => `<${tag}>${escaped(text)}</${tag}>`).join("")}</tr>`;
  const head = row(
    columns.map(({ label }) => label),
    "th",
  );
  return `<table>${head}${rows
    .map(({ cells }) =>
      row(
        cells.map(({ text }) => text),
        "td",
      ),
    )
    .join("")}</table>`;
}

function chartSource(view: ChartView): string {
  const { series, x, y } = toDrawing(view, { height: size.height, narrow: false });
  const left = (value: number) => (size.width * (value - x.min)) / (x.max - x.min || 1);
  const top = (value: number) => size.height * (1 - (value - y.min) / (y.max - y.min || 1));
  const lines = series.map(({ points }) => {
    const places = points
      .filter((point) => Number.isFinite(point.y))
      .map((point) => `${left(point.x).toFixed(1)},${top(point.y).toFixed(1)}`);
    return `<polyline fill="none" stroke="black" points="${places.join(" ")}"/>`;
  });
  const ticks = y.ticks.map(
    ({ at, label }) =>
      `<text x="0" y="${top(at).toFixed(1)}" font-size="11">${escaped(label)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}">${lines.join("")}${ticks.join("")}</svg>`;
}
