"use client";

import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, FieldError } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { Criterion, QuoteScore } from "@/lib/schemas/quote-review";
import { notSavedText, saveScoresText } from "@/lib/views/comparison/review-words";
import { useScoreForm } from "./use-score-form";

export type ScoreDialogProps = {
  readonly planId: string;
  readonly offers: readonly { readonly quoteId: string; readonly name: string }[];
  /** Those that people judge. */
  readonly criteria: readonly Criterion[];
  /** The reader's own. */
  readonly scores: readonly QuoteScore[];
  readonly onClose: () => void;
};

/** What one evaluator thinks of one offer, criterion by criterion, each with a reason. */
export function ScoreDialog(props: ScoreDialogProps) {
  const formId = useId();
  const { offers, criteria } = props;
  const form = useScoreForm(props);
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && form.close()}
      title="Score an offer"
      description="From 0, the worst, to 10, by halves. Others see your scores once you have saved them."
      footer={
        <>
          <Button variant="quiet" onClick={form.close}>
            Cancel
          </Button>
          <Button type="submit" form={formId} variant="primary" busy={form.busy}>
            {saveScoresText(form.changedOffers)}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={form.submit} noValidate className="grid gap-4">
        <Field label="Offer">
          {(control) => (
            <Select
              {...control}
              value={form.quoteId}
              onValueChange={form.choose}
              options={offers.map(({ quoteId, name }) => ({
                value: quoteId,
                label: notSavedText(name, form.unsavedOf(quoteId)),
              }))}
            />
          )}
        </Field>
        {criteria.map(({ id, name }) => (
          <div key={id} className="grid grid-cols-[7rem_minmax(0,1fr)] gap-3">
            <Field label={name}>
              {(control) => (
                <TextInput
                  {...control}
                  inputMode="decimal"
                  placeholder="0 to 10"
                  value={form.entryOf(id).score}
                  onChange={(event) => form.enter(id, { score: event.target.value })}
                />
              )}
            </Field>
            <Field label={`Why, ${name.toLowerCase()}`}>
              {(control) => (
                <TextInput
                  {...control}
                  maxLength={1000}
                  value={form.entryOf(id).reason}
                  onChange={(event) => form.enter(id, { reason: event.target.value })}
                />
              )}
            </Field>
          </div>
        ))}
        {form.message && <FieldError>{form.message}</FieldError>}
      </form>
    </Dialog>
  );
}
