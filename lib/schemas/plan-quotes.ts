import type { QuoteContent, QuoteStatus } from "./quote";
import type { Award, Memo } from "./quote-award";
import type { QuoteReview } from "./quote-review";

/** A quote that an option of a plan has its figures from, as the comparison reads it. */
export type PlanQuote = {
  readonly optionId: string;
  readonly quoteId: string;
  readonly supplierName: string;
  readonly number: string;
  readonly currency: string;
  readonly status: QuoteStatus;
  readonly version: number;
  /** How many servers the whole quote is for. */
  readonly servers: number;
  /** The one that the option uses, and what it says. */
  readonly revision: number;
  readonly content: QuoteContent;
  /** The newest received one; null while there is none. */
  readonly newestRevision: number | null;
};

/** A quote that answers an RFQ of the plan. */
export type PlanAnswer = {
  readonly quoteId: string;
  readonly supplierName: string;
  readonly number: string;
};

/** The comparison of a plan, as its page reads it. */
export type PlanQuotes = {
  readonly quotes: readonly PlanQuote[];
  /** Answers to the plan's RFQs that no option uses yet. */
  readonly waiting: readonly PlanAnswer[];
  readonly review: QuoteReview;
  /** The newest first; at most that one holds. */
  readonly awards: readonly Award[];
  /** The newest first. */
  readonly memos: readonly Memo[];
  /** Members, to choose evaluators from. */
  readonly people: readonly {
    readonly userId: string;
    readonly name: string;
    readonly mayAward: boolean;
  }[];
  /** Of the reader. */
  readonly userId: string;
  readonly canReview: boolean;
  readonly canAward: boolean;
  readonly canEdit: boolean;
};
