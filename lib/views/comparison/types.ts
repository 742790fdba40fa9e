import type { ComparedOption, QuoteComparison, RankedRow } from "@/lib/engine";
import type { EvidenceClass } from "@/lib/schemas/figure";
import type { OptionKind, SupplyOption } from "@/lib/schemas/option";
import type { PlanQuote } from "@/lib/schemas/plan-quotes";
import type { Results } from "../results";
import type { FigureRef } from "../types";

export type ComparisonCell = {
  readonly text: string;
  readonly sort: number | string | null;
  readonly tone?: "muted" | "good" | "warn" | "bad";
  readonly strong?: boolean;
  readonly evidence?: EvidenceClass | undefined;
  /** "lowest", "first", "most" or "best": of complete offers alone. */
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

export type ComparisonView = {
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
  /** ISO 8601. */
  readonly today: string;
};

export type { RankedRow };
