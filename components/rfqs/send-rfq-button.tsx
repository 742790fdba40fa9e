"use client";

import { useState } from "react";
import { sendRfqAction } from "@/app/(product)/(app)/rfqs/actions";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { StoredRfq } from "@/lib/schemas/rfq";
import { sendingWords } from "@/lib/views/rfq-sending";
import type { RfqForm } from "./use-rfq-form";

/** Marks the newest revision as sent, once it was said what that means. */
export function SendRfqButton({ rfq, form }: { readonly rfq: StoredRfq; readonly form: RfqForm }) {
  const [asking, setAsking] = useState(false);
  const words = sendingWords(rfq);
  const revision = rfq.revisions[0]?.revision ?? 1;
  const send = async () => {
    await form.act(
      () => sendRfqAction({ rfqId: rfq.id, expectedVersion: rfq.version }),
      `Revision ${revision} is marked as sent. Its files are with the suppliers below.`,
    );
    // A refusal is said on the page, where the whole form says its own.
    setAsking(false);
  };
  return (
    <>
      <Button
        busy={form.busy}
        disabled={form.unsaved}
        onClick={() => setAsking(true)}
        {...(!form.unsaved && { variant: "primary" as const })}
      >
        {revision === 1 ? "Send" : `Send revision ${revision}`}
      </Button>
      {asking && words && (
        <Dialog
          open
          onOpenChange={(next) => !next && setAsking(false)}
          title={words.title}
          footer={
            <>
              <Button variant="quiet" onClick={() => setAsking(false)}>
                Not yet
              </Button>
              <Button variant="primary" busy={form.busy} onClick={() => void send()}>
                {words.submit}
              </Button>
            </>
          }
        >
          <ul className="grid list-disc gap-2 pl-5 text-sm">
            {words.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  );
}
