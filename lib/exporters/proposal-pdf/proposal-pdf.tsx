import { Document, renderToBuffer, View } from "@react-pdf/renderer";
import type { ProposalDocument } from "@/lib/views/proposal/document";
import { paperColours } from "../paper-colours";
import { openPaperFonts } from "../paper-fonts";
import { printable } from "../printable";
import type { BlockRoom } from "./blocks";
import { Contents, contentsHeight, contentsParts, type SectionPages } from "./contents";
import { firstChartHeight } from "./first-chart-height";
import { FirstPage } from "./first-page";
import { type PaperSize, pageRooms } from "./paper-look";
import { ProposalPage } from "./proposal-page";
import { Section } from "./section";

export type ProposalPdfOptions = { readonly size?: PaperSize };

/** A proposal on paper: the first section alone on page 1, contents, then the others. */
export async function proposalPdf(
  document: ProposalDocument,
  { size = "A4" }: ProposalPdfOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  await openPaperFonts();
  const bytes = await renderToBuffer(<Proposal of={document} size={size} />);
  return new Uint8Array(bytes);
}

/** Three to a page. */
const sectionChartHeight = 150;

type ProposalProps = { readonly of: ProposalDocument; readonly size: PaperSize };

function Proposal({ of, size }: ProposalProps) {
  const pages: SectionPages = new Map();
  const [first, ...others] = of.sections;
  const begins = (id: string | undefined) => (page: number) => {
    if (id !== undefined) pages.set(id, page);
  };
  const { width } = pageRooms[size];
  const room: BlockRoom = {
    width,
    chartHeight: sectionChartHeight,
    accent: of.house.accentColour ?? paperColours.accent,
    rule: of.house.accentColour ?? paperColours.ink,
  };
  const firstRoom = { ...room, chartHeight: firstChartHeight(of, size) };
  return (
    <Document
      title={metadata(of.title)}
      author={metadata(of.house.organizationName)}
      subject={metadata(of.subject)}
      creator="Loadline"
      producer="Loadline"
      language="en"
      pageMode="useOutlines"
    >
      <ProposalPage of={of} size={size} onBegin={begins(first?.id)}>
        <FirstPage of={of} room={firstRoom} />
      </ProposalPage>
      {others.length > 0 && <Inner of={of} size={size} pages={pages} room={room} />}
    </Document>
  );
}

type InnerProps = ProposalProps & { readonly pages: SectionPages; readonly room: BlockRoom };

/** Contents, then one section after the other. */
function Inner({ of, size, pages, room }: InnerProps) {
  const [, ...others] = of.sections;
  const lists = contentsParts(of.sections);
  const last = lists.at(-1) ?? [];
  const isShort =
    lists.length === 1 && contentsHeight(last, room.width) < pageRooms[size].height / 2;
  const listed = isShort ? [] : lists;
  return (
    <>
      {listed.map((sections) => (
        <ProposalPage
          key={sections[0]?.id}
          of={of}
          size={size}
          above={() => <Contents sections={sections} pages={pages} />}
        >
          <View />
        </ProposalPage>
      ))}
      <ProposalPage
        of={of}
        size={size}
        above={() => isShort && <Contents sections={last} pages={pages} />}
      >
        {others.map((section, index) => (
          <Section
            key={section.id}
            section={section}
            room={room}
            isFirst={index === 0 && !isShort}
            onPage={(page) => pages.set(section.id, page)}
          />
        ))}
      </ProposalPage>
    </>
  );
}

/** Without the marks that only break lines. */
const metadata = (text: string) => printable(text).slice(0, 1000);
