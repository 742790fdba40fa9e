"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { enterRfqAnswerAction } from "@/app/(app)/rfqs/actions";
import { attempt } from "@/components/plans/attempt";
import { newId } from "@/components/plans/new-id";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, FieldError } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { currencyCodes } from "@/lib/schemas/currency-code";
import type { AskedSupplier, StoredRfq } from "@/lib/schemas/rfq";

/** For an answer that came otherwise than by the template; its prices are entered on the quote's page. */
export function EnterAnswerDialog(props: {
  readonly rfq: StoredRfq;
  readonly asked: AskedSupplier;
  readonly onClose: () => void;
}) {
  const { rfq, asked, onClose } = props;
  const formId = useId();
  const router = useRouter();
  const [id] = useState(newId);
  const [number, setNumber] = useState("");
  const [currency, setCurrency] = useState(rfq.revisions[0]?.currency ?? "USD");
  const [quotedOn, setQuotedOn] = useState(() => new Date().toISOString().slice(0, 10));
  const [error, setError] = useState<string | undefined>();
  const [message, setMessage] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (number.trim() === "") return setError("Enter the supplier\u2019s number.");
    setBusy(true);
    const said = { number: number.trim(), currency, quotedOn };
    const outcome = await attempt(
      () => enterRfqAnswerAction({ id, rfqId: rfq.id, supplierId: asked.supplierId, ...said }),
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
        <Field label="Number" error={error}>
          {(control) => (
            <TextInput
              {...control}
              value={number}
              maxLength={80}
              autoComplete="off"
              onChange={(event) => {
                setNumber(event.target.value);
                setError(undefined);
              }}
            />
          )}
        </Field>
        <Field label="Currency">
          {(control) => (
            <Select
              {...control}
              value={currency}
              onValueChange={setCurrency}
              options={currencyCodes.map((code) => ({ value: code, label: code }))}
            />
          )}
        </Field>
        <Field label="Quoted on">
          {(control) => (
            <TextInput
              {...control}
              type="date"
              value={quotedOn}
              onChange={(event) => setQuotedOn(event.target.value)}
            />
          )}
        </Field>
        {message && (
          <div className="sm:col-span-3">
            <FieldError>{message}</FieldError>
          </div>
        )}
      </form>
    </Dialog>
  );
}
