import type { ComparedOption, OfferScore, QuoteComparison, RankedRow } from "@/lib/engine";
import type { EvidenceClass } from "@/lib/schemas/figure";
import type { OptionKind, SupplyOption } from "@/lib/schemas/option";
import type { PlanQuote } from "@/lib/schemas/plan-quotes";
import type { QuoteReview } from "@/lib/schemas/quote-review";
import type { Results } from "../results";
import type { FigureRef } from "../types";

export type ComparisonCell = {
  readonly text: string;
  readonly sort: number | string | null;
  readonly tone?: "muted" | "good" | "warn" | "bad";
  readonly strong?: boolean;
  readonly evidence?: EvidenceClass | undefined;
  /** "lowest", "first", "most" or "best": of complete offers alone, but for lead time. */
  readonly best?: string | undefined;
  /** Length of the bar under it, 0..1 of the largest. */
  readonly bar?: number;
  readonly note?: string | undefined;
  readonly opens?: FigureRef | undefined;
};

export type ComparisonColumn = {
  readonly optionId: string;
  readonly kind: OptionKind;
  readonly name: string;
  readonly detail: string;
  readonly isOffer: boolean;
  /** The quote behind it, where there is a document. */
  readonly quoteId: string | null;
  readonly flags: readonly { readonly text: string; readonly tone: "warn" | "bad" }[];
};

export type ComparisonRow = {
  readonly id: string;
  readonly label: string;
  readonly detail?: string | undefined;
  /** One for each column. */
  readonly cells: readonly ComparisonCell[];
};

export type ComparisonGroup = {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly ComparisonRow[];
};

/** How a weighted score came about. */
export type ScoreView = {
  readonly title: string;
  readonly formula: string;
  readonly offers: readonly {
    readonly optionId: string;
    readonly quoteId: string | null;
    readonly name: string;
  }[];
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    /** "40%". */
    readonly weight: string;
    /** Who or what gives the points. */
    readonly how: string;
    readonly cells: readonly {
      readonly points: string;
      readonly known: boolean;
      readonly given: readonly {
        readonly by: string;
        readonly score: string;
        readonly reason: string;
      }[];
    }[];
  }[];
  readonly totals: readonly string[];
};

export type ComparisonView = {
  readonly score: ScoreView;
  /** The finding, in a sentence. */
  readonly headline: string;
  readonly basis: string;
  readonly columns: readonly ComparisonColumn[];
  readonly groups: readonly ComparisonGroup[];
  readonly footnotes: readonly string[];
  readonly referenceId: string | null;
  /** What may be chosen to measure against. */
  readonly references: readonly { readonly value: string; readonly label: string }[];
};

/** One column while its cells are made. */
export type Candidate = ComparedOption & {
  readonly option: SupplyOption;
  readonly quote: PlanQuote | undefined;
  /** What it is called in a sentence: the supplier of an offer, else the option. */
  readonly name: string;
};

export type Compared = Results & {
  readonly candidates: readonly Candidate[];
  readonly made: QuoteComparison;
  readonly review: QuoteReview;
  readonly scores: readonly OfferScore[];
  /** ISO 8601. */
  readonly today: string;
};

export type { RankedRow };
