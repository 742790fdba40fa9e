import { StyleSheet } from "@react-pdf/renderer";
import { paperColours } from "../paper-colours";
import { paperFonts } from "../paper-fonts";
import { millimetre } from "../paper-parts";

const sides = 19 * millimetre;
/** Between what a section is made of; twice as much between sections. */
export const blockGap = 14;

/**
 * Sizes in points, as the design sets a proposal. The height of a line stands on texts alone, beside
 * their size: the library multiplies one on a page or a box again each time it lays the page out.
 */
export const look = StyleSheet.create({
  page: {
    paddingTop: 24 * millimetre,
    paddingBottom: 20 * millimetre,
    paddingHorizontal: sides,
    rowGap: blockGap,
    fontFamily: paperFonts,
    fontFeatureSettings: ["tnum"],
    color: paperColours.ink,
  },
  head: {
    position: "absolute",
    top: 12 * millimetre,
    left: sides,
    right: sides,
    flexDirection: "row",
    justifyContent: "space-between",
    alignItems: "center",
    color: paperColours["ink-3"],
  },
  foot: {
    position: "absolute",
    bottom: 10 * millimetre,
    left: sides,
    right: sides + 42,
    flexDirection: "row",
    alignItems: "flex-end",
    color: paperColours["ink-3"],
  },
  /** What is drawn while pages are filled inherits nothing from its page. */
  again: { fontFamily: paperFonts, fontFeatureSettings: ["tnum"], color: paperColours.ink },
  headText: { fontSize: 8.25, lineHeight: 1.45 },
  footText: { fontSize: 7.5, lineHeight: 1.4 },
  pageNumber: {
    position: "absolute",
    bottom: 10 * millimetre,
    right: sides,
    width: 42,
    textAlign: "right",
    fontSize: 7.5,
    lineHeight: 1.4,
    color: paperColours["ink-3"],
  },
  watermark: {
    position: "absolute",
    top: 300,
    left: 0,
    right: 0,
    textAlign: "center",
    fontSize: 150,
    lineHeight: 1.2,
    fontWeight: 600,
    color: paperColours.sunken,
    transform: "rotate(-38deg)",
  },
  subject: { fontSize: 8.25, lineHeight: 1.45, color: paperColours["ink-3"] },
  title: {
    fontSize: 24,
    lineHeight: 28 / 24,
    fontWeight: 600,
    letterSpacing: -0.6,
    marginTop: 4,
    marginBottom: 7,
  },
  lead: { fontSize: 11.5, lineHeight: 1.45, color: paperColours["ink-2"] },
  section: { fontSize: 16, lineHeight: 1.25, fontWeight: 600, letterSpacing: -0.3 },
  finding: { fontSize: 11.5, lineHeight: 15 / 11.5, fontWeight: 600 },
  heading: { fontSize: 9.75, lineHeight: 1.4, fontWeight: 600 },
  small: { fontSize: 8.25, lineHeight: 1.4, color: paperColours["ink-3"] },
  body: { fontSize: 9, lineHeight: 1.5, color: paperColours["ink-2"] },
  strong: { fontWeight: 600, color: paperColours.ink },
  quiet: { color: paperColours["ink-3"] },
});

/** What a page has between its margins, in points. */
export const pageRooms = {
  A4: { width: 595.28 - 2 * sides, height: 841.89 - 44 * millimetre },
  LETTER: { width: 612 - 2 * sides, height: 792 - 44 * millimetre },
} as const;

export type PaperSize = keyof typeof pageRooms;
