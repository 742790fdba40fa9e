"use client";

import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { HiddenPricesNote } from "@/components/comparison/hidden-prices-note";
import { PageHead } from "@/components/shell/page-head";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { HiddenReview } from "@/lib/schemas/technical-review";
import type { QuoteRow } from "@/lib/views/quotes";
import { QuotesList } from "./quotes-list";

const NewQuoteDialog = dynamic(() => import("./new-quote-dialog").then((m) => m.NewQuoteDialog), {
  ssr: false,
});

const addressed = parseAsStringLiteral(["quote"]).withOptions({ history: "push" });

export type QuotesScreenProps = {
  readonly rows: readonly QuoteRow[];
  /** Reviews that hide prices from the reader, and with them quotes. */
  readonly hidden: readonly HiddenReview[];
  /** Names, to choose from. */
  readonly suppliers: readonly string[];
  /** What the organization reads amounts in. */
  readonly currency: string;
  readonly today: string;
  readonly canEdit: boolean;
};

export function QuotesScreen(props: QuotesScreenProps) {
  const { rows, hidden, suppliers, currency, today, canEdit } = props;
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
          rows.length > 0 && (
            <>
              <ButtonLink href="/quotes/lines">All lines</ButtonLink>
              {canEdit && button}
            </>
          )
        }
      />
      <div className="mx-auto w-full max-w-[1680px] px-4 py-5 md:px-7">
        <HiddenPricesNote what="quotes" reviews={hidden} />
        {rows.length > 0 ? (
          <QuotesList rows={rows} currency={currency} />
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
          suppliers={suppliers}
          currency={currency}
          today={today}
          onClose={() => void setAsked(null)}
        />
      )}
    </>
  );
}
