"use client";

import Link from "next/link";
import { useState } from "react";
import { declineRfqAction } from "@/app/(product)/(app)/rfqs/actions";
import { Button } from "@/components/ui/button";
import { Pill } from "@/components/ui/pill";
import { SentenceDialog } from "@/components/ui/sentence-dialog";
import { type AskedSupplier, isClosedToEyes, type StoredRfq } from "@/lib/schemas/rfq";
import { answerText } from "@/lib/views/rfqs";
import { AnswerFile } from "./answer-file";
import { EnterAnswerDialog } from "./enter-answer-dialog";
import { FilesToSend } from "./files-to-send";
import { TakenAnswers } from "./taken-answers";
import type { RfqForm } from "./use-rfq-form";

type AskedSupplierItemProps = {
  readonly name: string;
  readonly rfq: StoredRfq;
  readonly form: RfqForm;
  readonly readOnly: boolean;
  readonly today: string;
  /** Undefined while it is chosen and not saved. */
  readonly asked: AskedSupplier | undefined;
  readonly onRemove: () => void;
};

export function AskedSupplierItem(props: AskedSupplierItemProps) {
  const { name, rfq, readOnly, asked, onRemove } = props;
  const state = asked && answerText(asked, rfq);
  const mayRemove = !readOnly && (asked?.answers.length ?? 0) === 0;
  return (
    <li className="grid gap-2 py-3 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        {asked ? (
          <Link href={`/suppliers/${asked.supplierId}`} className="font-label hover:underline">
            {name}
          </Link>
        ) : (
          <span className="font-label">{name}</span>
        )}
        <Pill tone={state?.tone ?? "plain"}>{state?.text ?? "not saved yet"}</Pill>
        {mayRemove && (
          <Button
            variant="quiet"
            size="small"
            className="ml-auto"
            aria-label={`Remove ${name}`}
            // The second press of a double-click was meant for what stood here before.
            onClick={({ detail }) => detail < 2 && onRemove()}
          >
            Remove
          </Button>
        )}
      </div>
      {asked && rfq.sentRevision !== null && <Sent {...props} asked={asked} />}
    </li>
  );
}

type SentProps = AskedSupplierItemProps & { readonly asked: AskedSupplier };

/** Files to send, answers that came, and the door for the next one. */
function Sent({ rfq, form, readOnly, today, asked }: SentProps) {
  const [open, setOpen] = useState<"decline" | "entry" | null>(null);
  const { supplierId, name, declinedAt, answers } = asked;
  const mayEnter = !isClosedToEyes(rfq);
  const decline = async (declined: boolean, reason: string) => {
    await form.act(
      () => declineRfqAction({ rfqId: rfq.id, supplierId, declined, reason }),
      declined ? `${name} declined` : `${name} is asked again`,
    );
    return undefined;
  };
  return (
    <>
      <FilesToSend {...{ rfq, asked }} />
      <TakenAnswers {...{ rfq, asked, form }} />
      {!readOnly && rfq.status === "sent" && (
        <>
          <div className="flex flex-wrap gap-2">
            <AnswerFile {...{ rfq, form, asked }} />
            {mayEnter && (
              <Button size="small" variant="quiet" onClick={() => setOpen("entry")}>
                Enter by hand
              </Button>
            )}
            {declinedAt === null && answers.length === 0 && (
              <Button size="small" variant="quiet" onClick={() => setOpen("decline")}>
                Has declined
              </Button>
            )}
            {declinedAt !== null && (
              <Button size="small" variant="quiet" onClick={() => void decline(false, "")}>
                Has not declined
              </Button>
            )}
          </div>
          {mayEnter && (
            <p className="text-ink-3 text-xs">
              Their own file? Enter the answer by hand, then Import lines on its quote.
            </p>
          )}
        </>
      )}
      {open === "entry" && (
        <EnterAnswerDialog {...{ rfq, asked, today }} onClose={() => setOpen(null)} />
      )}
      {open === "decline" && (
        <SentenceDialog
          title={`${name} has declined`}
          label="Why"
          submitLabel="Note it"
          maxLength={300}
          onSubmit={(reason) => decline(true, reason)}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
