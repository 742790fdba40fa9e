import type {
  DocumentBlock,
  ProposalDocument,
  ProseParagraph,
} from "@/lib/views/proposal/document";
import { paperTextWidth } from "../paper-fonts";
import { type PaperSize, pageRooms } from "./paper-look";

const tallest = 255;
const lowest = 150;

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
  const others = blocks.reduce((sum, block) => sum + heightOf(block, width) + 14, 0);
  const room = (height - head - others - 6) / charts;
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
      return block.figures.length === 0 ? 0 : Math.ceil(block.figures.length / 5) * 58;
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
        24 + Math.max(0, ...block.columns.map((one) => proseHeight(one.paragraphs, 9, 13.5, each)))
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
    const text = runs.map((run) => run.text).join("");
    return sum + lines(text, size, width, 400) * lineHeight + 5;
  }, 0);
}

/** Lines end at words: a little of each stays empty. */
function lines(text: string, size: number, width: number, weight: number): number {
  if (text === "") return 0;
  return Math.ceil((paperTextWidth(text.slice(0, 5000), size, weight) * 1.06) / width);
}
