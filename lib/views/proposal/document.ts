import type { Formats } from "@/lib/schemas/formats";
import type { HouseStyle } from "@/lib/schemas/house-style";
import type { TornadoView } from "../tornado";
import type { ChartView, Figure, TableView, TimelineView } from "../types";

/** A piece of a sentence as it reads; a figure's is the computed number, or says that it is gone. */
export type ProseRun = {
  readonly text: string;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly href: string | null;
  /** Which figure of the proposal it is; null for words. */
  readonly figureKey: string | null;
};

export type ProseParagraph = {
  readonly style: "plain" | "heading" | "bullet" | "numbered";
  readonly runs: readonly ProseRun[];
};

/** What a section is made of, in order; every renderer knows each kind. */
export type DocumentBlock =
  | { readonly kind: "lead"; readonly paragraphs: readonly ProseParagraph[] }
  | { readonly kind: "prose"; readonly paragraphs: readonly ProseParagraph[] }
  | { readonly kind: "figures"; readonly figures: readonly Figure[] }
  | { readonly kind: "chart"; readonly chart: ChartView }
  | { readonly kind: "timeline"; readonly timeline: TimelineView }
  | { readonly kind: "tornado"; readonly tornado: TornadoView }
  | { readonly kind: "table"; readonly title: string; readonly table: TableView }
  | { readonly kind: "list"; readonly title: string; readonly items: readonly string[] }
  | { readonly kind: "columns"; readonly columns: readonly DocumentColumn[] };

export type DocumentColumn = {
  readonly title: string;
  readonly paragraphs: readonly ProseParagraph[];
};

export type DocumentSection = {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly DocumentBlock[];
};

/**
 * A proposal as it reads: screen, share page, PDF and deck draw the same one. Data only, so that it can be
 * kept as it was issued.
 */
export type ProposalDocument = {
  /** "Claims assistant, 2027 to 2031. For decision by the investment committee" */
  readonly subject: string;
  readonly title: string;
  /** "Proposal 3", "Proposal 3, issue 2" */
  readonly name: string;
  /** Null while it is a draft: its pages then bear a watermark. */
  readonly issued: {
    /** "20 Nov 2026" */
    readonly date: string;
    /** "7f3a 91c2", the beginning of the snapshot's hash. */
    readonly snapshot: string;
    /** "engine 1.0, catalog 2026-11" */
    readonly versions: string;
  } | null;
  readonly house: HouseStyle;
  /** How its numbers, dates and currencies read; Loadline's own where absent. */
  readonly formats?: Formats;
  /** The first stands alone on the first page. */
  readonly sections: readonly DocumentSection[];
};
