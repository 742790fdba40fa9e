import type { QuoteContent } from "@/lib/schemas/quote";
import type { QuotedField } from "@/lib/schemas/quote-in-plan";
import { isRecurringSupport } from "./quoted-fields";
import { linesOfPrices } from "./server-prices";

const extras = ["freight", "duty", "unrecoverableVat"] as const;
export type QuotedTerm =
  | (typeof extras)[number]
  | "leadTimeWeeks"
  | "powerKilowatts"
  | "warrantyMonths";

export type QuotedOrigin = {
  /** Numbers of lines, from 1. */
  readonly lines: readonly number[];
  readonly terms: readonly QuotedTerm[];
};

/** What of a quote a figure of an option is made of: the lines and terms that `quotedFields` reads for it. */
export function quotedOrigin(content: QuoteContent, name: QuotedField): QuotedOrigin {
  const support = places(content, isRecurringSupport);
  switch (name) {
    case "serverPrice":
    case "networkPrice":
    case "installationPrice": {
      const { counted, carrier } = linesOfPrices(content);
      const lines = counted.flatMap((one, index) => (one === name ? [index + 1] : []));
      const terms = name === carrier ? extras.filter((term) => isThere(content[term])) : [];
      return { lines, terms };
    }
    case "supportFee":
    case "supportPerYearFraction":
      return { lines: support, terms: [] };
    // Support that recurs from delivery sets the warranty to none.
    case "warrantyMonths":
      return support.length > 0
        ? { lines: support, terms: [] }
        : { lines: [], terms: said(content, "warrantyMonths") };
    case "leadTimeMonths":
      return { lines: [], terms: said(content, "leadTimeWeeks") };
    case "serverPower":
      return { lines: [], terms: said(content, "powerKilowatts") };
  }
}

const isThere = (amount: string | null) => amount !== null && Number(amount) !== 0;

const said = (content: QuoteContent, term: QuotedTerm): readonly QuotedTerm[] =>
  content[term] === null ? [] : [term];

const places = (
  { lines }: QuoteContent,
  isOne: (line: QuoteContent["lines"][number]) => boolean,
): readonly number[] => lines.flatMap((line, index) => (isOne(line) ? [index + 1] : []));
