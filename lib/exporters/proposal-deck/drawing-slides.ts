import type { DeckSlide } from "@/lib/views/proposal/deck-story";
import { type Deck, newSlide, type Slide, write } from "./deck-kit";
import { type Box, deckColours, leastBody, placed } from "./deck-look";
import { cutToFit, deckLine, fittedSize } from "./deck-text";
import { addNativeChart } from "./native-chart";
import { addTimeline, timelineRows } from "./timeline-drawing";
import { addTornado } from "./tornado-chart";

type Drawn = Extract<DeckSlide, { kind: "chart" | "timeline" | "tornado" }>;

/** One drawing, with what it counts under its finding. */
export function drawingSlide(deck: Deck, shown: Drawn): void {
  if (shown.kind === "timeline") timelineSlides(deck, shown);
  else if (shown.kind === "chart") chartSlide(deck, shown);
  else {
    const { slide, body } = newSlide(deck, shown);
    addTornado(deck, slide, shown.tornado, withBasis(slide, shown.tornado.basis, body));
  }
}

function chartSlide(deck: Deck, shown: Extract<DeckSlide, { kind: "chart" }>): void {
  const { slide, body } = newSlide(deck, shown);
  const { chart } = shown;
  const box = withBasis(slide, chart.basis, body);
  const noteHeight = chart.note === undefined ? 0 : 30;
  addNativeChart(deck, slide, chart, { ...box, height: box.height - noteHeight });
  if (chart.note !== undefined)
    small(slide, chart.note, { ...box, top: box.top + box.height - noteHeight + 4, height: 26 });
}

/** Pairs that have no room go on to a slide of their own. */
function timelineSlides(deck: Deck, shown: Extract<DeckSlide, { kind: "timeline" }>): void {
  const { timeline } = shown;
  const most = timelineRows(leastBody.height - basisHeight);
  for (let from = 0; from < Math.max(1, timeline.rows.length); from += most) {
    const { slide, body } = newSlide(deck, shown);
    const box = withBasis(slide, timeline.basis, body);
    addTimeline(slide, { ...timeline, rows: timeline.rows.slice(from, from + most) }, box);
  }
}

const basisHeight = 30;

function withBasis(slide: Slide, basis: string, body: Box): Box {
  small(slide, basis, { ...body, height: basisHeight - 2 });
  return { ...body, top: body.top + basisHeight, height: body.height - basisHeight };
}

function small(slide: Slide, text: string, box: Box): void {
  const { width, height } = box;
  const line = deckLine(text, 600);
  const size = fittedSize(line, { width, height, largest: 12, smallest: 9 });
  write(slide, cutToFit(line, { width, height, size }), {
    ...placed(box),
    ...{ fontSize: size, color: deckColours.quiet, objectName: "Basis" },
  });
}
