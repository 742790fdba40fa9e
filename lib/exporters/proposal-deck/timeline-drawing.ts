import type { TimelineRow, TimelineView } from "@/lib/views/types";
import { paperHue } from "../paper-colours";
import { type Slide, write } from "./deck-kit";
import { type Box, deckColours, hex, placed } from "./deck-look";
import { cutToFit, deckLine } from "./deck-text";

const names = 190;
const verdicts = 210;
const gap = 18;
const head = 22;
const tallestRow = 80;
const barHeight = 14;

type Scale = { readonly left: number; readonly width: number; readonly months: number };
const at = ({ left, width, months }: Scale, month: number) => left + (month / months) * width;

/** As many rows as fit one below the other. */
export const timelineRows = (height: number): number => Math.floor((height - head) / 34);

/** A row for each pair: grey, then the winner's hue in every interval that it wins. */
export function addTimeline(slide: Slide, timeline: TimelineView, box: Box): void {
  const { months, ticks, rows } = timeline;
  const width = box.width - names - verdicts - 2 * gap;
  const scale = { left: box.left + names + gap, width, months };
  const rowHeight = Math.min(tallestRow, (box.height - head) / Math.max(1, rows.length));
  const bottom = box.top + head + rowHeight * rows.length;
  for (const { month, label, align } of shownTicks(ticks, months)) {
    const x = at(scale, month);
    slide.addShape("line", {
      ...placed({ left: x, top: box.top + head, width: 0, height: bottom - box.top - head }),
      line: { color: deckColours.line, width: 0.75 },
    });
    const left = align === "left" ? x : align === "right" ? x - 100 : x - 50;
    write(slide, deckLine(label, 20), {
      ...placed({ left, top: box.top, width: 100, height: 16 }),
      ...{ fontSize: 11, color: deckColours.quiet, align },
    });
  }
  rows.forEach((row, index) => {
    addRow(slide, row, { scale, box, top: box.top + head + index * rowHeight, rowHeight });
  });
}

/** The first and the last are always named; one too near to either is not. */
function shownTicks(ticks: TimelineView["ticks"], months: number) {
  return ticks.flatMap(({ at: month, label }, index) => {
    const isFirst = index === 0;
    const isLast = index === ticks.length - 1;
    if (!isFirst && !isLast && (month < months * 0.16 || month > months * 0.8)) return [];
    return [
      {
        ...{ month, label },
        align: isFirst ? ("left" as const) : isLast ? ("right" as const) : ("center" as const),
      },
    ];
  });
}

type RowPlace = {
  readonly scale: Scale;
  readonly box: Box;
  readonly top: number;
  readonly rowHeight: number;
};

function addRow(slide: Slide, row: TimelineRow, { scale, box, top, rowHeight }: RowPlace): void {
  const middle = top + rowHeight / 2;
  const words = { top: middle - 17, height: 34 };
  addWords(slide, [row.label, row.detail], {
    ...{ ...words, left: box.left, width: names },
    colour: hex(paperHue(row.style)),
  });
  const bar = (from: number, to: number, color: string) =>
    slide.addShape("rect", {
      ...placed({
        ...{ left: at(scale, from), top: middle - barHeight / 2 },
        ...{ width: at(scale, to) - at(scale, from), height: barHeight },
      }),
      fill: { color },
    });
  bar(0, scale.months, deckColours.line);
  for (const { fromMonth, toMonth } of row.bars)
    bar(fromMonth, Math.min(toMonth + 1, scale.months), hex(paperHue(row.style)));
  for (const { month } of row.marks)
    slide.addShape("ellipse", {
      ...placed({ left: at(scale, month) - 6, top: middle - 6, width: 12, height: 12 }),
      fill: { color: deckColours.surface },
      line: { color: deckColours.ink, width: 1.75 },
    });
  addWords(slide, [row.verdict, row.verdictDetail], {
    ...{ ...words, left: scale.left + scale.width + gap, width: verdicts },
    colour: deckColours.ink,
  });
}

function addWords(
  slide: Slide,
  [strong, detail]: readonly [string, string],
  { colour, ...box }: Box & { readonly colour: string },
): void {
  const line = (text: string, size: number) =>
    cutToFit(deckLine(text, 120), { size, width: box.width, height: 17 });
  write(
    slide,
    [
      {
        text: line(strong, 13),
        options: { bold: true, fontSize: 13, color: colour, breakLine: true },
      },
      { text: line(detail, 11), options: { fontSize: 11, color: deckColours.quiet } },
    ],
    { ...placed(box), valign: "middle" },
  );
}
