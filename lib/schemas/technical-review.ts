import type { EvidenceClass } from "./figure";
import type { QuoteCategory } from "./quote";
import type { Criterion, QuoteScore } from "./quote-review";

/** What a quote says that is no money and follows from none. */
export type TechnicalOffer = {
  readonly optionId: string;
  readonly optionName: string;
  readonly quoteId: string;
  readonly supplierName: string;
  readonly number: string;
  readonly revision: number;
  readonly accelerator: string;
  readonly acceleratorsPerServer: number | null;
  readonly servers: number;
  readonly throughput: {
    readonly outputTokensPerSecond: number;
    readonly evidence: EvidenceClass | null;
  } | null;
  readonly serverPowerKilowatts: number | null;
  /** How firm the plan's own power is, where the quote says none; null where the quote says it. */
  readonly plannedPower: EvidenceClass | null;
  readonly rackUnits: number | null;
  readonly leadTimeMonths: number | null;
  /** The same of the lead time. */
  readonly plannedLeadTime: EvidenceClass | null;
  readonly warrantyMonths: number | null;
  readonly validUntil: string | null;
  readonly incoterm: string | null;
  readonly lines: readonly {
    readonly category: QuoteCategory;
    readonly description: string;
    readonly partNumber: string;
    readonly quantity: string | null;
    readonly unit: string;
  }[];
};

export type TechnicalReview = {
  readonly planId: string;
  readonly planName: string;
  /** Whether the reader may open the plan itself. */
  readonly seesPrices: boolean;
  readonly offers: readonly TechnicalOffer[];
  /** Those that people judge, and time: nothing that a cost is in. */
  readonly criteria: readonly Criterion[];
  /** The reader's own alone. */
  readonly scores: readonly QuoteScore[];
  readonly canScore: boolean;
};

/** A plan whose prices are hidden from the reader while they judge its quotes. */
export type HiddenReview = {
  readonly planId: string;
  readonly planName: string;
  /** Who saved the review last; null once they are gone. */
  readonly hiddenBy: string | null;
};
