"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { createQuoteAction, listFormerQuotesAction } from "@/app/(product)/(app)/quotes/actions";
import { attempt } from "@/components/plans/attempt";
import { newId } from "@/components/plans/new-id";
import { useOrganizationId } from "@/components/shell/organization-context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, FieldError } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import type { FormerQuote, QuoteContent } from "@/lib/schemas/quote";
import { FormerChoice, type Revises } from "./former-choice";
import { type NewQuote, NewQuoteFields, numberLack } from "./new-quote-fields";

type NewQuoteDialogProps = {
  readonly suppliers: readonly string[];
  readonly currency: string;
  readonly today: string;
  /** Where the supplier is known already. */
  readonly supplier?: string;
  /** Where its lines come from: typed on its page, or out of a file. */
  readonly from?: "entry" | "file";
  readonly onClose: () => void;
};

const nothingSaid: Omit<QuoteContent, "quotedOn"> = {
  validUntil: null,
  incoterm: null,
  paymentTerms: "",
  leadTimeWeeks: null,
  warrantyMonths: null,
  freight: null,
  duty: null,
  unrecoverableVat: null,
  statedTotal: null,
  statedTotalHasTax: false,
  powerKilowatts: null,
  rackUnits: null,
  notes: "",
  lines: [],
};

/** What a quote is known by; its lines and terms are entered on its page. */
export function NewQuoteDialog({ suppliers, today, ...props }: NewQuoteDialogProps) {
  const isFromFile = props.from === "file";
  const [formId, listId] = [useId(), useId()];
  const router = useRouter();
  const madeFor = useOrganizationId();
  const [id] = useState(newId);
  const [supplierName, setSupplierName] = useState(props.supplier ?? "");
  const [quote, setQuote] = useState<NewQuote>({
    number: "",
    currency: props.currency,
    quotedOn: today,
  });
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [message, setMessage] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [former, setFormer] = useState<readonly FormerQuote[]>([]);
  const [revises, setRevises] = useState<Revises>(undefined);

  const forgetFormer = () => {
    setFormer([]);
    setRevises(undefined);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const missing = {
      ...(supplierName.trim() === "" && { supplierName: "Name the supplier." }),
      ...(quote.number.trim() === "" && { number: numberLack }),
    };
    setErrors(missing);
    setMessage(null);
    if (Object.keys(missing).length > 0) return;
    setBusy(true);
    const { number, currency, quotedOn } = quote;
    const head = { supplierName: supplierName.trim(), number: number.trim(), currency };
    const next = isFromFile ? "/import" : "";
    const open = former.find((one) => one.number === revises);
    if (open) return router.replace(`/quotes/${open.id}${next}`);
    if (revises === undefined) {
      const found = await attempt(() => listFormerQuotesAction(head), "No quote was made");
      if (found.ok && found.data.length > 0) {
        setFormer(found.data);
        setRevises(found.data[0]?.number);
        return setBusy(false);
      }
    }
    const content = { ...nothingSaid, quotedOn };
    const outcome = await attempt(
      () => createQuoteAction({ id, head, content }, madeFor),
      "No quote was made",
    );
    if (outcome.ok) return router.replace(`/quotes/${outcome.data.id}${next}`);
    setMessage(outcome.message);
    setBusy(false);
  };
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && props.onClose()}
      title={isFromFile ? "New quote from a file" : "New quote"}
      description={
        isFromFile
          ? "Begins as a draft. The file with its lines comes next."
          : "Begins as a draft. Lines and terms come next."
      }
      footer={
        <>
          <Button variant="quiet" onClick={props.onClose}>
            Cancel
          </Button>
          <Button type="submit" form={formId} variant="primary" busy={busy}>
            {busy ? "Making the quote" : isFromFile ? "Choose the file" : "Enter its lines"}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="grid gap-4 sm:grid-cols-2">
        <Field label="Supplier" error={errors.supplierName}>
          {(control) => (
            <TextInput
              {...control}
              list={listId}
              value={supplierName}
              maxLength={120}
              autoComplete="off"
              onChange={(event) => {
                setSupplierName(event.target.value);
                forgetFormer();
              }}
            />
          )}
        </Field>
        <datalist id={listId}>
          {suppliers.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <NewQuoteFields
          quote={quote}
          onChange={(part) => {
            setQuote((now) => ({ ...now, ...part }));
            forgetFormer();
          }}
          numberError={errors.number}
        />
        {former.length > 0 && (
          <div className="sm:col-span-2">
            <FormerChoice
              former={former.map(({ number }) => number)}
              value={revises}
              error={undefined}
              onChange={setRevises}
            />
          </div>
        )}
        {message && (
          <div className="sm:col-span-2">
            <FieldError>{message}</FieldError>
          </div>
        )}
      </form>
    </Dialog>
  );
}
