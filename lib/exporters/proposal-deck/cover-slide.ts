import { sourcesText } from "@/lib/views/proposal/deck-words";
import type { ProposalDocument } from "@/lib/views/proposal/document";
import { originText, statusText } from "@/lib/views/proposal/proposal-names";
import { type Deck, newCover, type Slide, write } from "./deck-kit";
import { deckColours, deckMargin, placed, slideSize } from "./deck-look";
import { cutToFit, deckLine, deckText, fittedSize } from "./deck-text";
import { pictureSize } from "./picture-size";

const left = 72;
const width = slideSize.width - left - deckMargin;

/** What it is, for whom, and which state of it. */
export function coverSlide(deck: Deck): void {
  const { document, accent } = deck;
  const { house, title, subject } = document;
  const slide = newCover(deck, [title, subject, sourcesText(document)].join("\n"));
  const from = house.logo ? addLogo(slide, house.logo) + 14 : left;
  write(slide, deckLine(house.organizationName, 80), {
    ...{ ...placed({ left: from, top: 44, width: width - (from - left), height: 44 }) },
    ...{ fontSize: 18, bold: true, valign: "middle" },
  });
  const named = deckLine(title, 200);
  const room = { width, height: 140, isBold: true };
  const size = fittedSize(named, { ...room, largest: 46, smallest: 24 });
  write(slide, cutToFit(named, { ...room, size }), {
    ...placed({ left, top: 150, width, height: 140 }),
    ...{ fontSize: size, bold: true, valign: "bottom", objectName: "Title" },
  });
  const about = deckText(subject);
  const aboutSize = fittedSize(about, { width, height: 60, largest: 20, smallest: 13 });
  write(slide, cutToFit(about, { width, height: 60, size: aboutSize }), {
    ...placed({ left, top: 306, width, height: 60 }),
    ...{ fontSize: aboutSize, color: deckColours.words, objectName: "Subject" },
  });
  slide.addShape("rect", {
    ...placed({ left, top: 388, width: 64, height: 3 }),
    fill: { color: accent },
  });
  addState(slide, document);
}

function addState(slide: Slide, document: ProposalDocument): void {
  const { house } = document;
  const lines = [statusText(document), originText(document)];
  const last = [house.confidentiality, house.footer].map((text) => deckLine(text, 200));
  const row = { left, width, height: 18 };
  lines.forEach((line, index) => {
    write(slide, deckLine(line, 160), {
      ...placed({ ...row, top: 404 + index * 20 }),
      ...{ fontSize: 14, color: deckColours.words, bold: index === 0 },
    });
  });
  last
    .filter((line) => line !== "")
    .forEach((line, index) => {
      write(slide, cutToFit(line, { size: 12, width, height: 18 }), {
        ...placed({ ...row, top: 466 + index * 18 }),
        ...{ fontSize: 12, color: deckColours.quiet },
      });
    });
}

const logoRoom = { width: 180, height: 44 };

/** As large as its room allows, at its own proportions; gives where it ends. */
function addLogo(slide: Slide, logo: NonNullable<ProposalDocument["house"]["logo"]>): number {
  const { width: wide, height: high } = pictureSize(logo);
  const scale = Math.min(logoRoom.width / wide, logoRoom.height / high);
  const box = {
    left,
    top: 44 + (logoRoom.height - high * scale) / 2,
    width: wide * scale,
    height: high * scale,
  };
  slide.addImage({
    ...placed(box),
    data: `${logo.mediaType};base64,${logo.base64}`,
    altText: "Logo",
  });
  return left + box.width;
}
