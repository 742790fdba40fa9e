import type { DeckPart, DeckSlide } from "@/lib/views/proposal/deck-story";
import { continuedText, moreRowsText } from "@/lib/views/proposal/deck-words";
import { type Deck, newSlide, type Slide, write } from "./deck-kit";
import { type Box, deckColours, leastBody, placed, textSizes } from "./deck-look";
import { proseHeight, prosePages, proseRuns, proseSize } from "./deck-prose";
import { addTable, type TableRoom, tableHeight, tablePages, tableRoom } from "./deck-table";
import { deckLine } from "./deck-text";

const gap = 18;
const titleHeight = 22;
const mostTablePages = 2;

/** What stands on one slide, top to bottom. */
type Piece = { readonly height: number; readonly draw: (slide: Slide, box: Box) => void };

/** Of words and of tables; the first at which all of it fits one slide is taken. */
const sizes = [
  { text: 20, table: 16 },
  { text: 18, table: 15 },
  { text: 16, table: 14 },
  { text: 14, table: 12 },
] as const;
type Sizes = (typeof sizes)[number];

/** Words and tables on one slide where they fit it, else on as many as they need. */
export function partsSlides(deck: Deck, shown: PartsSlide): void {
  let drawn = newSlide(deck, shown);
  const { height } = drawn.body;
  const pieces = piecesFor(shown.parts, height);
  let { top } = drawn.body;
  for (const [at, piece] of pieces.entries()) {
    if (at > 0 && top + piece.height > drawn.body.top + height + 0.5) {
      drawn = newSlide(deck, { ...shown, section: continuedText(shown.section) });
      ({ top } = drawn.body);
    }
    piece.draw(drawn.slide, { ...drawn.body, top, height: piece.height });
    top += piece.height + gap;
  }
}

type PartsSlide = Extract<DeckSlide, { kind: "parts" }>;

function piecesFor(parts: readonly DeckPart[], height: number): readonly Piece[] {
  const [only] = parts;
  if (parts.length === 1 && only?.kind === "text") return textPieces(only, { ...alone, height });
  const tried = sizes.map((one) => parts.flatMap((part) => piecesOf(part, one, height)));
  const whole = (pieces: readonly Piece[]) =>
    pieces.reduce((sum, one) => sum + one.height + gap, -gap) <= height;
  return tried.find(whole) ?? tried[1] ?? [];
}

const alone = { largest: 24, smallest: textSizes.smallestText };

const piecesOf = (part: DeckPart, { text, table }: Sizes, height: number): readonly Piece[] =>
  part.kind === "text"
    ? textPieces(part, { largest: text, smallest: text, height })
    : tablePieces(part, table, height);

type TextPart = Extract<DeckPart, { kind: "text" }>;
type TablePart = Extract<DeckPart, { kind: "table" }>;

type TextRoom = { readonly largest: number; readonly smallest: number; readonly height: number };

/** What does not fit a slide at any size goes on to the next. */
function textPieces({ paragraphs }: TextPart, room: TextRoom): readonly Piece[] {
  const { width } = leastBody;
  const fitting = proseSize(paragraphs, { width, ...room });
  const size = fitting ?? Math.max(room.smallest, textSizes.smallestText + 2);
  const pages = fitting
    ? [paragraphs]
    : prosePages(paragraphs, { width, size, height: room.height });
  return pages.map((page) => ({
    height: proseHeight(page, { width, size }),
    draw: (slide, box) =>
      write(slide, proseRuns(page, size), { ...placed(box), objectName: "Text" }),
  }));
}

/** The first slides of a long table, and how many rows stand elsewhere. */
function tablePieces(
  { title, table }: TablePart,
  largest: number,
  height: number,
): readonly Piece[] {
  const room = tableRoom(table, leastBody.width, largest);
  const heading = title === "" ? 0 : titleHeight;
  const noted = 20;
  const whole = tableHeight(room);
  if (heading + whole <= height)
    return [tablePiece({ title, table }, { room, from: 0, to: room.rowHeights.length, more: 0 })];
  const pages = tablePages(room, height - heading - noted).slice(0, mostTablePages);
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
