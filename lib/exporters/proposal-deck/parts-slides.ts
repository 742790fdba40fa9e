import type { DeckPart, DeckSlide } from "@/lib/views/proposal/deck-story";
import { moreRowsText } from "@/lib/views/proposal/deck-words";
import { type Deck, newSlide, type Slide, write } from "./deck-kit";
import { type Box, deckColours, placed, places, textSizes } from "./deck-look";
import { proseHeight, prosePages, proseRuns, proseSize } from "./deck-prose";
import { addTable, type TableRoom, tableHeight, tablePages, tableRoom } from "./deck-table";
import { deckLine } from "./deck-text";

const gap = 18;
const titleHeight = 22;
const mostTablePages = 2;
const { body } = places;

/** What stands on one slide, top to bottom. */
type Piece = { readonly height: number; readonly draw: (slide: Slide, box: Box) => void };

/** Words and tables, as many slides as they need. */
export function partsSlides(deck: Deck, slide: Extract<DeckSlide, { kind: "parts" }>): void {
  const pieces = slide.parts.flatMap((part) => piecesOf(part, slide.parts.length === 1));
  let drawn: Slide | null = null;
  let top = body.top;
  for (const piece of pieces) {
    const bottom = body.top + body.height;
    if (!drawn || top + piece.height > bottom + 0.5) {
      drawn = newSlide(deck, slide);
      top = body.top;
    }
    piece.draw(drawn, { left: body.left, top, width: body.width, height: piece.height });
    top += piece.height + gap;
  }
  if (!drawn) newSlide(deck, slide);
}

const piecesOf = (part: DeckPart, isAlone: boolean): readonly Piece[] =>
  part.kind === "text" ? textPieces(part, isAlone) : tablePieces(part);

type TextPart = Extract<DeckPart, { kind: "text" }>;
type TablePart = Extract<DeckPart, { kind: "table" }>;

/** Words beside a table are smaller; what does not fit a slide at any size goes on to the next. */
function textPieces({ paragraphs }: TextPart, isAlone: boolean): readonly Piece[] {
  const { width } = body;
  const height = isAlone ? body.height : body.height / 2;
  const largest = isAlone ? textSizes.text + 2 : 16;
  const fitting = proseSize(paragraphs, {
    width,
    height,
    largest,
    smallest: textSizes.smallestText,
  });
  const size = fitting ?? textSizes.smallestText + 2;
  const pages = fitting
    ? [paragraphs]
    : prosePages(paragraphs, { width, size, height: body.height });
  return pages.map((page) => ({
    height: proseHeight(page, { width, size }),
    draw: (slide, box) =>
      write(slide, proseRuns(page, size), { ...placed(box), objectName: "Text" }),
  }));
}

/** The first slides of a long table, and how many rows stand elsewhere. */
function tablePieces({ title, table }: TablePart): readonly Piece[] {
  const room = tableRoom(table, body.width);
  const heading = title === "" ? 0 : titleHeight;
  const noted = 20;
  const whole = tableHeight(room);
  if (heading + whole <= body.height)
    return [tablePiece({ title, table }, { room, from: 0, to: room.rowHeights.length, more: 0 })];
  const pages = tablePages(room, body.height - heading - noted).slice(0, mostTablePages);
  const shown = pages.at(-1)?.to ?? 0;
  const more = room.rowHeights.length - shown;
  return pages.map(({ from, to }, at) =>
    tablePiece({ title, table }, { room, from, to, more: at === pages.length - 1 ? more : 0 }),
  );
}

type Stretch = {
  readonly room: TableRoom;
  readonly from: number;
  readonly to: number;
  readonly more: number;
};

function tablePiece(
  { title, table }: Pick<TablePart, "title" | "table">,
  { room, from, to, more }: Stretch,
): Piece {
  const heading = title === "" ? 0 : titleHeight;
  const rows = room.headHeight + room.rowHeights.slice(from, to).reduce((sum, one) => sum + one, 0);
  return {
    height: heading + rows + (more > 0 ? 20 : 0),
    draw: (slide, box) => {
      const line = { fontSize: 13, bold: true, objectName: "Table title" };
      if (heading > 0)
        write(slide, deckLine(title, 120), { ...placed({ ...box, height: heading }), ...line });
      addTable(slide, table, { ...{ room, from, to }, box: { ...box, top: box.top + heading } });
      if (more > 0)
        write(slide, moreRowsText(more), {
          ...placed({ ...box, top: box.top + heading + rows + 4, height: 16 }),
          ...{ fontSize: textSizes.small, color: deckColours.quiet },
        });
    },
  };
}
