"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { contentOf, newestReceived, type StoredQuote } from "@/lib/schemas/quote";

const UseQuoteDialog = dynamic(() => import("./use-quote-dialog").then((m) => m.UseQuoteDialog), {
  ssr: false,
});

/** There once a revision is received, for those who may change plans. */
export function UseQuoteButton({
  quote,
  disabled,
}: {
  readonly quote: StoredQuote;
  readonly disabled: boolean;
}) {
  const [open, setOpen] = useState(false);
  const received = newestReceived(quote.revisions);
  if (!received || !quote.canEdit) return null;
  return (
    <>
      <Button disabled={disabled} onClick={() => setOpen(true)}>
        Use in a plan
      </Button>
      {open && (
        <UseQuoteDialog
          quote={quote}
          content={contentOf(received)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
