import PptxGenJS from "pptxgenjs";
import { withFormats } from "@/lib/format";
import { type DeckSlide, deckStory } from "@/lib/views/proposal/deck-story";
import type { ProposalDocument } from "@/lib/views/proposal/document";
import { openPaperFonts } from "../paper-fonts";
import { xmlText } from "../xlsx/xml-text";
import { answerSlide, decisionSlide } from "./answer-slide";
import { coverSlide } from "./cover-slide";
import { accentOf, type Deck, defineLayouts } from "./deck-kit";
import { deckFont, inches, slideSize } from "./deck-look";
import { deckLine } from "./deck-text";
import { drawingSlide } from "./drawing-slides";
import { mendedPackage } from "./mended-package";
import { partsSlides } from "./parts-slides";

const layout = "16x9";

/** A proposal for a board: native charts and tables that can be edited, and notes for whoever speaks. */
export async function proposalDeck(document: ProposalDocument): Promise<Uint8Array<ArrayBuffer>> {
  await openPaperFonts();
  const pptx = new PptxGenJS();
  pptx.defineLayout({
    name: layout,
    width: inches(slideSize.width),
    height: inches(slideSize.height),
  });
  pptx.layout = layout;
  pptx.theme = { headFontFace: deckFont, bodyFontFace: deckFont };
  pptx.title = deckLine(document.title);
  pptx.subject = deckLine(document.subject);
  pptx.author = deckLine(document.house.organizationName) || "Loadline";
  // The library writes it as it is.
  pptx.company = xmlText(deckLine(document.house.organizationName));
  const deck: Deck = { pptx, document, accent: accentOf(document), charts: [] };
  withFormats(document.formats, () => {
    defineLayouts(deck);
    coverSlide(deck);
    for (const slide of deckStory(document)) addSlide(deck, slide);
  });
  const bytes = await pptx.write({ outputType: "uint8array", compression: false });
  return mendedPackage(bytes as Uint8Array, deck.charts);
}

function addSlide(deck: Deck, slide: DeckSlide): void {
  if (slide.kind === "answer") answerSlide(deck, slide);
  else if (slide.kind === "parts") partsSlides(deck, slide);
  else if (slide.kind === "decision") decisionSlide(deck, slide);
  else drawingSlide(deck, slide);
}
