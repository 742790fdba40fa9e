import type { DeckSlide } from "@/lib/views/proposal/deck-story";
import type { DocumentColumn } from "@/lib/views/proposal/document";
import type { ChartView, Figure } from "@/lib/views/types";
import { type Deck, newSlide, type Slide, write } from "./deck-kit";
import { type Box, deckColours, placed, textSizes } from "./deck-look";
import { proseHeight, prosePages, proseRuns, proseSize } from "./deck-prose";
import { cutToFit, deckLine, fittedSize } from "./deck-text";
import { addNativeChart } from "./native-chart";

const tileHeight = 92;
const gap = 14;

/** What is proposed, in one sentence, a few large figures and the first chart. */
export function answerSlide(deck: Deck, shown: Extract<DeckSlide, { kind: "answer" }>): void {
  const { slide, body } = newSlide(deck, shown);
  let { top } = body;
  if (shown.detail.length > 0) top += addDetail(slide, shown.detail, body) + 10;
  if (shown.figures.length > 0) {
    addTiles(slide, shown.figures, { box: { ...body, top, height: tileHeight }, perRow: 4 });
    top += tileHeight + gap;
  }
  const box = { ...body, top, height: body.top + body.height - top };
  if (shown.chart) addChartBelow(deck, slide, { chart: shown.chart, box });
}

function addDetail(
  slide: Slide,
  detail: Extract<DeckSlide, { kind: "answer" }>["detail"],
  body: Box,
): number {
  const { width } = body;
  const size = proseSize(detail, { width, height: 48, largest: 16, smallest: 11 }) ?? 11;
  const [page = []] = prosePages(detail, { width, size, height: 48 });
  const height = proseHeight(page, { width, size }) - size / 2;
  write(slide, proseRuns(page, size), { ...placed({ ...body, height }), objectName: "Text" });
  return height;
}

type Tiles = { readonly box: Box; readonly perRow: number };

/** Figures side by side, the value as large as the narrowest column allows for all of them. */
function addTiles(slide: Slide, figures: readonly Figure[], { box, perRow }: Tiles): void {
  const shown = figures.slice(0, 4);
  const inRow = Math.min(perRow, Math.max(1, shown.length));
  const width = (box.width - gap * (inRow - 1)) / inRow;
  const valueSize = Math.min(
    ...shown.map((figure) =>
      fittedSize(valueText(figure), {
        ...{ width: width - 24, height: 40, largest: 30, smallest: 14, isBold: true },
      }),
    ),
  );
  shown.forEach((figure, at) => {
    const left = box.left + (at % inRow) * (width + gap);
    const top = box.top + Math.floor(at / inRow) * (tileHeight + gap);
    addTile(slide, figure, { box: { left, top, width, height: tileHeight }, valueSize });
  });
}

type Tile = { readonly box: Box; readonly valueSize: number };

function addTile(slide: Slide, figure: Figure, { box, valueSize }: Tile): void {
  slide.addShape("rect", {
    ...placed(box),
    fill: { color: deckColours.sunken },
    objectName: "Figure",
  });
  const line = { left: box.left + 12, width: box.width - 24 };
  const label = deckLine(figure.label, 90);
  const room = { width: line.width, height: 28 };
  const size = fittedSize(label, { ...room, largest: 12, smallest: 9 });
  write(slide, cutToFit(label, { ...room, size }), {
    ...placed({ ...line, top: box.top + 7, height: 28 }),
    ...{ fontSize: size, color: deckColours.quiet },
  });
  write(slide, valueText(figure), {
    ...placed({ ...line, top: box.top + 35, height: 36 }),
    ...{ fontSize: valueSize, bold: true, valign: "middle" },
  });
  write(slide, noteText(figure), {
    ...placed({ ...line, top: box.top + 72, height: 14 }),
    ...{ fontSize: 10, color: deckColours.quiet },
  });
}

const valueText = ({ value, unit }: Figure) => deckLine(unit ? `${value} ${unit}` : value, 40);

/** What it is counted as, and how sure it is. */
const noteText = ({ note, evidence }: Figure) =>
  deckLine([note, evidence].filter(Boolean).join(", "), 50);

type Below = { readonly chart: ChartView; readonly box: Box };

function addChartBelow(deck: Deck, slide: Slide, { chart, box }: Below): void {
  const { width } = box;
  write(slide, cutToFit(deckLine(chart.title), { width, height: 18, size: 13, isBold: true }), {
    ...placed({ ...box, height: 18 }),
    ...{ fontSize: 13, bold: true, objectName: "Chart finding" },
  });
  addNativeChart(deck, slide, chart, { ...box, top: box.top + 20, height: box.height - 20 });
}

/** What whoever reads it is asked for, and what would change the answer. */
export function decisionSlide(deck: Deck, shown: Extract<DeckSlide, { kind: "decision" }>): void {
  const [asked, ...others] = shown.columns;
  if (!asked) return;
  const { slide, body } = newSlide(deck, shown);
  const room = { ...body, width: others.length === 0 ? body.width : body.width * 0.54 };
  const asking = shown.figures.length > 0 ? room.height - 2 * tileHeight - 2 * gap : room.height;
  addColumn(slide, { ...asked, title: "" }, { box: { ...room, height: asking }, largest: 28 });
  addTiles(slide, shown.figures, {
    box: { ...room, top: room.top + asking + gap, height: 2 * tileHeight + gap },
    perRow: 2,
  });
  const width = (body.width - room.width - 28) / Math.max(1, others.length);
  others.forEach((column, at) => {
    const left = body.left + room.width + 28 + at * width;
    slide.addShape("line", {
      ...placed({ left: left - 14, top: body.top, width: 0, height: body.height }),
      line: { color: deckColours.line, width: 1 },
    });
    addColumn(slide, column, { box: { ...body, left, width }, largest: 16 });
  });
}

function addColumn(
  slide: Slide,
  { title, paragraphs }: DocumentColumn,
  { box, largest }: { readonly box: Box; readonly largest: number },
): void {
  const heading = title === "" ? 0 : 26;
  if (heading > 0)
    write(slide, deckLine(title, 80), {
      ...placed({ ...box, height: heading }),
      ...{ fontSize: 14, bold: true },
    });
  const room = { ...box, top: box.top + heading, height: box.height - heading };
  const size = proseSize(paragraphs, { ...room, largest, smallest: textSizes.smallestText });
  const [page = []] = prosePages(paragraphs, { ...room, size: size ?? textSizes.smallestText });
  write(slide, proseRuns(page, size ?? textSizes.smallestText), {
    ...placed(room),
    objectName: "Text",
  });
}
