import { Document, Page, StyleSheet, Text, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { dateText } from "@/lib/format";
import { paperColours } from "./paper-colours";
import { paperFonts } from "./paper-fonts";
import type { RfqPaper } from "./rfq-paper";

/** In points. */
export const millimetre = 72 / 25.4;
const colours = {
  ink: paperColours.ink,
  quiet: paperColours["ink-3"],
  line: paperColours["line-strong"],
  sunken: paperColours.sunken,
};

export const paper = StyleSheet.create({
  page: {
    paddingTop: 20 * millimetre,
    paddingBottom: 18 * millimetre,
    paddingHorizontal: 19 * millimetre,
    fontFamily: paperFonts,
    fontSize: 9,
    lineHeight: 1.5,
    color: colours.ink,
  },
  head: {
    position: "absolute",
    top: 10 * millimetre,
    left: 19 * millimetre,
    right: 19 * millimetre,
    flexDirection: "row",
    justifyContent: "space-between",
    color: colours.quiet,
  },
  foot: {
    position: "absolute",
    bottom: 8 * millimetre,
    left: 19 * millimetre,
    right: 19 * millimetre,
    flexDirection: "row",
    justifyContent: "space-between",
    color: colours.quiet,
    fontSize: 8,
  },
  title: { fontSize: 18, lineHeight: 1.25, fontWeight: 600, marginTop: 8, marginBottom: 4 },
  heading: { fontSize: 11, fontWeight: 600, marginTop: 14, marginBottom: 4 },
  quiet: { color: colours.quiet },
  strong: { fontWeight: 600 },
  paragraph: { marginTop: 6 },
  term: { flexDirection: "row", marginBottom: 1 },
  termName: { width: 110, color: colours.quiet },
  termValue: { flex: 1 },
  row: {
    flexDirection: "row",
    borderBottomWidth: 0.5,
    borderBottomColor: colours.line,
    paddingVertical: 4,
  },
  rowHead: { backgroundColor: colours.sunken, fontWeight: 600 },
});

/** A page with who asks and what above, and its number below; what does not fit goes on to the next. */
export function PaperPage(props: {
  readonly of: RfqPaper;
  readonly title: string;
  readonly children: ReactNode;
}) {
  const { of, title, children } = props;
  const { organizationName, revision, sentAt, content } = of;
  return (
    <Document title={title} author={organizationName}>
      <Page size="A4" style={paper.page}>
        <View fixed style={paper.head}>
          <Text>{organizationName}</Text>
          <Text>{dateText(sentAt)}</Text>
        </View>
        {children}
        <View fixed style={paper.foot}>
          <Text>
            {content.title}, revision {revision}
          </Text>
          <Text render={({ pageNumber, totalPages }) => `Page ${pageNumber} of ${totalPages}`} />
        </View>
      </Page>
    </Document>
  );
}
