import { Image, Page, Text, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import type { HouseStyle } from "@/lib/schemas/house-style";
import type { ProposalDocument } from "@/lib/views/proposal/document";
import { footLines, initialsOf } from "@/lib/views/proposal/house-words";
import { statusText } from "@/lib/views/proposal/proposal-names";
import { paperColours } from "../paper-colours";
import { Words } from "../paper-words";
import { EvidenceKey } from "./evidence-mark";
import { look, type PaperSize } from "./paper-look";

type ProposalPageProps = {
  readonly of: ProposalDocument;
  readonly size: PaperSize;
  /** Told on which page it begins. */
  readonly onBegin?: (pageNumber: number) => void;
  /** Stands on the first of its pages, and takes its room from it; drawn once all pages are counted. */
  readonly above?: () => ReactNode;
  readonly children: ReactNode;
};

/**
 * A page with whose it is above, and what it was made from below; what does not fit goes on to the next. Only
 * what needs the count of pages is in its layout: the library draws no vectors there.
 */
export function ProposalPage({ of, size, onBegin, above, children }: ProposalPageProps) {
  return (
    <Page
      size={size}
      style={look.page}
      layout={({ pageNumber = 1, totalPages, subPageNumber, children: content }) => {
        if (subPageNumber === 1) onBegin?.(pageNumber);
        return (
          <>
            {subPageNumber === 1 && above?.()}
            {content}
            <Text style={look.pageNumber}>{`${pageNumber} / ${totalPages ?? pageNumber}`}</Text>
          </>
        );
      }}
    >
      {of.issued === null && (
        <Text fixed style={look.watermark}>
          Draft
        </Text>
      )}
      <Head of={of} />
      <Foot of={of} />
      {children}
    </Page>
  );
}

function Head({ of: { house, name, issued } }: { readonly of: ProposalDocument }) {
  return (
    <View fixed style={look.head}>
      <View style={{ flexDirection: "row", alignItems: "center", gap: 6, flex: 1 }}>
        <HouseMark house={house} />
        <Words
          style={[look.headText, look.strong, { flex: 1, maxLines: 1, textOverflow: "ellipsis" }]}
        >
          {house.organizationName}
        </Words>
      </View>
      <Words style={[look.headText, { maxWidth: "60%", maxLines: 1, textOverflow: "ellipsis" }]}>
        {statusText({ name, issued })}
      </Words>
    </View>
  );
}

function HouseMark({ house }: { readonly house: HouseStyle }) {
  const { logo, organizationName, accentColour } = house;
  if (logo)
    return (
      <Image
        src={`data:${logo.mediaType};base64,${logo.base64}`}
        style={{ height: 18, maxWidth: 90, objectFit: "contain" }}
      />
    );
  return (
    <View
      style={{
        ...{
          width: 15,
          height: 15,
          borderRadius: 2.25,
          backgroundColor: accentColour ?? paperColours.accent,
        },
        ...{ alignItems: "center", justifyContent: "center" },
      }}
    >
      <Words style={{ color: "white", fontSize: 6.75, lineHeight: 1, fontWeight: 600 }}>
        {initialsOf(organizationName)}
      </Words>
    </View>
  );
}

function Foot({ of }: { readonly of: ProposalDocument }) {
  return (
    <View fixed style={look.foot}>
      <View style={{ flex: 1, paddingRight: 8 }}>
        {footLines(of).map((line) => (
          <Words key={line} style={[look.footText, { maxLines: 2, textOverflow: "ellipsis" }]}>
            {line}
          </Words>
        ))}
      </View>
      <EvidenceKey />
    </View>
  );
}
