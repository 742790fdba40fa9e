import type {
  DocumentBlock,
  ProposalDocument,
  ProseParagraph,
} from "@/lib/views/proposal/document";
import { paperTextWidth } from "../paper-fonts";
import { blockGap, type PaperSize, pageRooms } from "./paper-look";

const tallest = 255;
const lowest = 150;
/** A line more than was thought. */
const spare = 16;

/**
 * How tall the charts of the first page may be, so that it stays one page: what the rest takes is
 * estimated by its lines. Where even a low chart does not fit, the section goes on to a second page.
 */
export function firstChartHeight(of: ProposalDocument, size: PaperSize): number {
  const { width, height } = pageRooms[size];
  const blocks = of.sections[0]?.blocks ?? [];
  const charts = blocks.filter(({ kind }) => kind === "chart").length;
  if (charts === 0) return tallest;
  const head = 12 + lines(of.title, 24, width, 600) * 28 + 11;
  const others = blocks.reduce((sum, block) => sum + heightOf(block, width) + blockGap, -blockGap);
  const room = (height - head - others - spare) / charts;
  return Math.min(tallest, Math.max(lowest, room));
}

/** Without a chart's drawing. */
function heightOf(block: DocumentBlock, width: number): number {
  switch (block.kind) {
    case "lead":
      return proseHeight(block.paragraphs, 11.5, 16.7, width);
    case "prose":
      return proseHeight(block.paragraphs, 9, 13.5, width);
    case "figures":
      return block.figures.length === 0 ? 0 : Math.ceil(block.figures.length / 5) * 66;
    case "chart": {
      const { title, basis, note, keys } = block.chart;
      const small = lines(basis, 8.25, width, 400) + lines(note ?? "", 8.25, width, 400);
      return lines(title, 11.5, width, 600) * 15 + small * 11.6 + 17 + (keys ? 14 : 0);
    }
    case "timeline":
      return 60 + block.timeline.rows.length * 32;
    case "tornado":
      return 90 + block.tornado.bars.length * 23;
    case "table":
      return 18 + (block.table.rows.length + 1 + (block.table.totals ? 1 : 0)) * 20;
    case "list":
      return 14 + proseHeight(block.items.map(plainParagraph), 9, 13.5, width - 14);
    case "columns": {
      const each = (width - 18 * (block.columns.length - 1)) / Math.max(1, block.columns.length);
      return (
        26 + Math.max(0, ...block.columns.map((one) => proseHeight(one.paragraphs, 9, 13.5, each)))
      );
    }
  }
}

const plainParagraph = (text: string): ProseParagraph => ({
  style: "bullet",
  runs: [{ text, isBold: false, isItalic: false, href: null, figureKey: null }],
});

function proseHeight(
  paragraphs: readonly ProseParagraph[],
  size: number,
  lineHeight: number,
  width: number,
): number {
  return paragraphs.reduce((sum, { runs }) => {
    const words = runs.flatMap(({ text, isBold }) => wordsOf(text, size, isBold ? 600 : 400));
    return sum + linesOf(words, width) * lineHeight + 5;
  }, 0);
}

type Word = { readonly width: number; readonly space: number };

function wordsOf(text: string, size: number, weight: number): readonly Word[] {
  const space = paperTextWidth(" ", size, weight);
  const words = text.slice(0, 5000).split(/\s+/).filter(Boolean);
  return words.map((word) => ({ width: paperTextWidth(word, size, weight), space }));
}

const lines = (text: string, size: number, width: number, weight: number) =>
  linesOf(wordsOf(text, size, weight), width);

/** Lines end at words, as the page breaks them; a word longer than a line is broken. */
function linesOf(words: readonly Word[], width: number): number {
  let [count, taken] = [words.length > 0 ? 1 : 0, 0];
  for (const word of words) {
    if (taken > 0 && taken + word.space + word.width > width) [count, taken] = [count + 1, 0];
    taken += (taken > 0 ? word.space : 0) + word.width;
    count += Math.floor(taken / width);
    taken %= width;
  }
  return count;
}
