import type { DeckSlide } from "@/lib/views/proposal/deck-story";
import type { DocumentColumn } from "@/lib/views/proposal/document";
import type { ChartView, Figure } from "@/lib/views/types";
import { type Deck, newSlide, type Slide, write } from "./deck-kit";
import { type Box, deckColours, placed, places, textSizes } from "./deck-look";
import { prosePages, proseRuns, proseSize } from "./deck-prose";
import { cutToFit, deckLine, fittedSize } from "./deck-text";
import { addNativeChart } from "./native-chart";

const { body } = places;
const tileHeight = 92;
const gap = 14;

/** What is proposed, in one sentence, a few large figures and the first chart. */
export function answerSlide(deck: Deck, shown: Extract<DeckSlide, { kind: "answer" }>): void {
  const slide = newSlide(deck, shown);
  let { top } = body;
  if (shown.detail.length > 0) top += addDetail(slide, shown.detail, top) + 8;
  if (shown.figures.length > 0) {
    addTiles(slide, shown.figures, { ...body, top, height: tileHeight });
    top += tileHeight + gap;
  }
  const box = { ...body, top, height: body.top + body.height - top };
  if (shown.chart) addChartBelow(deck, slide, { chart: shown.chart, box });
}

function addDetail(
  slide: Slide,
  detail: Extract<DeckSlide, { kind: "answer" }>["detail"],
  top: number,
): number {
  const height = 40;
  const { width } = body;
  const size = proseSize(detail, { width, height, largest: 16, smallest: 11 }) ?? 11;
  const [page = []] = prosePages(detail, { width, size, height });
  write(slide, proseRuns(page, size), { ...placed({ ...body, top, height }), objectName: "Text" });
  return height;
}

/** Figures side by side, the value as large as the narrowest column allows for all of them. */
function addTiles(slide: Slide, figures: readonly Figure[], box: Box): void {
  const shown = figures.slice(0, 4);
  const width = (box.width - gap * (shown.length - 1)) / shown.length;
  const inner = width - 24;
  const valueSize = Math.min(
    ...shown.map((figure) =>
      fittedSize(valueText(figure), {
        ...{ width: inner, height: 40, largest: 30, smallest: 14, isBold: true },
      }),
    ),
  );
  shown.forEach((figure, at) => {
    const left = box.left + at * (width + gap);
    slide.addShape("rect", {
      ...placed({ left, top: box.top, width, height: box.height }),
      fill: { color: deckColours.sunken },
      objectName: "Figure",
    });
    const line = { left: left + 12, width: inner };
    const label = deckLine(figure.label, 90);
    const labelSize = fittedSize(label, { width: inner, height: 28, largest: 12, smallest: 9 });
    write(slide, cutToFit(label, { width: inner, height: 30, size: labelSize }), {
      ...placed({ ...line, top: box.top + 7, height: 28 }),
      ...{ fontSize: labelSize, color: deckColours.quiet },
    });
    write(slide, valueText(figure), {
      ...placed({ ...line, top: box.top + 35, height: 36 }),
      ...{ fontSize: valueSize, bold: true, valign: "middle" },
    });
    write(slide, noteText(figure), {
      ...placed({ ...line, top: box.top + 72, height: 14 }),
      ...{ fontSize: 10, color: deckColours.quiet },
    });
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
  const isOne = others.length === 0;
  const room = { ...body, width: isOne ? body.width : body.width * 0.54 };
  const slide = newSlide(deck, shown);
  addColumn(slide, { ...asked, title: "" }, { box: room, largest: 24 });
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
