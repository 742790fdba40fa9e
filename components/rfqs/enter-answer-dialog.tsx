"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { enterRfqAnswerAction } from "@/app/(product)/(app)/rfqs/actions";
import { attempt } from "@/components/plans/attempt";
import { newId } from "@/components/plans/new-id";
import { choiceLack, FormerChoice, type Revises } from "@/components/quotes/former-choice";
import { type NewQuote, NewQuoteFields, numberLack } from "@/components/quotes/new-quote-fields";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FieldError } from "@/components/ui/field";
import { isNumberRevised } from "@/lib/schemas/quote-number";
import type { AskedSupplier, StoredRfq } from "@/lib/schemas/rfq";

/** For an answer that came otherwise than by the template; its prices are entered on the quote's page. */
export function EnterAnswerDialog(props: {
  readonly rfq: StoredRfq;
  readonly asked: AskedSupplier;
  readonly today: string;
  readonly onClose: () => void;
}) {
  const { rfq, asked, today, onClose } = props;
  const formId = useId();
  const router = useRouter();
  const [id] = useState(newId);
  const [quote, setQuote] = useState<NewQuote>({
    number: "",
    currency: rfq.revisions[0]?.currency ?? "USD",
    quotedOn: today,
  });
  const [error, setError] = useState<string | undefined>();
  const [chosen, setChosen] = useState<Revises>(undefined);
  const [choiceError, setChoiceError] = useState<string | undefined>();
  const { former, revises } = formerOf(asked, quote, chosen);
  const [message, setMessage] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const number = quote.number.trim();
    if (number === "") return setError(numberLack);
    if (former.length > 0 && revises === undefined) return setChoiceError(choiceLack);
    setBusy(true);
    const said = { ...quote, number };
    const outcome = await attempt(
      () =>
        enterRfqAnswerAction({ id, rfqId: rfq.id, supplierId: asked.supplierId, ...said, revises }),
      "No quote was made",
    );
    if (outcome.ok) return router.push(`/quotes/${outcome.data.quoteId}`);
    setMessage(outcome.message);
    setBusy(false);
  };
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={`Answer of ${asked.name}`}
      description="A quote in draft with the items asked for. Their prices and the supplier’s terms come next."
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form={formId} variant="primary" busy={busy}>
            Enter its prices
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="grid gap-4 sm:grid-cols-3">
        <NewQuoteFields
          quote={quote}
          onChange={(part) => {
            setQuote((now) => ({ ...now, ...part }));
            if ("number" in part) setError(undefined);
          }}
          numberError={error}
        />
        {former.length > 0 && (
          <div className="sm:col-span-3">
            <FormerChoice
              former={former}
              value={revises}
              error={choiceError}
              onChange={(next) => {
                setChosen(next);
                setChoiceError(undefined);
              }}
            />
          </div>
        )}
        {message && (
          <div className="sm:col-span-3">
            <FieldError>{message}</FieldError>
          </div>
        )}
      </form>
    </Dialog>
  );
}

/** Whether it has to be said which answer this one revises: a number that is known says it itself. */
function formerOf({ answers }: AskedSupplier, { number, currency }: NewQuote, chosen: Revises) {
  const typed = number.trim();
  const isKnown = answers.some((one) => one.number === typed);
  const open = answers.filter(({ quote }) => quote?.currency === currency);
  const former = isKnown || typed === "" ? [] : [...new Set(open.map(({ number: held }) => held))];
  const likely = former.find((held) => isNumberRevised(held, typed));
  return {
    former,
    revises: former.length === 0 ? undefined : chosen === undefined ? likely : chosen,
  };
}
