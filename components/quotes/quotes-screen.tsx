"use client";

import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { HiddenPricesNote } from "@/components/comparison/hidden-prices-note";
import { PageHead } from "@/components/shell/page-head";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { QuotesPage } from "@/lib/schemas/quote-list";
import type { HiddenReview } from "@/lib/schemas/technical-review";
import type { RateNote } from "@/lib/views/quote-rates";
import type { QuoteRow } from "@/lib/views/quotes";
import { type QuoteSupplier, QuotesList } from "./quotes-list";

const NewQuoteDialog = dynamic(() => import("./new-quote-dialog").then((m) => m.NewQuoteDialog), {
  ssr: false,
});

const addressed = parseAsStringLiteral(["quote"]).withOptions({ history: "push" });

export type QuotesScreenProps = {
  /** Of the page that is asked for, in their order. */
  readonly rows: readonly QuoteRow[];
  readonly shows: QuotesPage["shows"];
  readonly count: number;
  readonly page: number;
  /** Reviews that hide prices from the reader, and with them quotes. */
  readonly hidden: readonly HiddenReview[];
  /** To choose from. */
  readonly suppliers: readonly QuoteSupplier[];
  /** What the organization reads amounts in. */
  readonly currency: string;
  readonly rateNotes: readonly RateNote[];
  readonly today: string;
  readonly canEdit: boolean;
};

export function QuotesScreen(props: QuotesScreenProps) {
  const { rows, shows, count, page, hidden, suppliers, currency, rateNotes, today, canEdit } =
    props;
  const hasQuotes = shows.all > 0;
  const [asked, setAsked] = useQueryState("new", addressed);
  const open = () => void setAsked("quote");
  const button = (
    <Button variant="primary" icon={<Plus aria-hidden size={14} />} onClick={open}>
      New quote
    </Button>
  );
  return (
    <>
      <PageHead
        title="Quotes"
        actions={
          hasQuotes && (
            <>
              <ButtonLink href="/quotes/lines">All lines</ButtonLink>
              {canEdit && button}
            </>
          )
        }
      />
      <div className="mx-auto w-full max-w-[1680px] px-4 py-5 md:px-7">
        <HiddenPricesNote what="quotes" reviews={hidden} />
        {hasQuotes ? (
          <QuotesList {...{ rows, shows, count, page, suppliers, currency, rateNotes }} />
        ) : canEdit ? (
          <EmptyState
            title={hidden.length > 0 ? "Enter a quote" : "Enter the first quote"}
            actions={button}
          >
            What a supplier offers, line by line, added up to the cent and held against the
            supplier&rsquo;s own total. About five minutes; a plan can then use its prices.
          </EmptyState>
        ) : hidden.length > 0 ? null : (
          <p className="text-ink-2">No quotes yet. Ask an editor to enter the first one.</p>
        )}
      </div>
      {asked && canEdit && (
        <NewQuoteDialog
          suppliers={suppliers.map(({ name }) => name)}
          currency={currency}
          today={today}
          onClose={() => void setAsked(null)}
        />
      )}
    </>
  );
}
