"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { scoreQuoteAction } from "@/app/(app)/plans/[planId]/quotes/actions";
import { attempt } from "@/components/plans/attempt";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, FieldError } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { useToast } from "@/components/ui/toast";
import type { Criterion, QuoteScore } from "@/lib/schemas/quote-review";

export type ScoreDialogProps = {
  readonly planId: string;
  readonly offers: readonly { readonly quoteId: string; readonly name: string }[];
  /** Those that people judge. */
  readonly criteria: readonly Criterion[];
  /** The reader's own. */
  readonly scores: readonly QuoteScore[];
  readonly onClose: () => void;
};

type Entry = { readonly score: string; readonly reason: string };
const nothing: Entry = { score: "", reason: "" };

/** What one evaluator thinks of one offer, criterion by criterion, each with a reason. */
export function ScoreDialog({ planId, offers, criteria, scores, onClose }: ScoreDialogProps) {
  const formId = useId();
  const [quoteId, setQuoteId] = useState(offers[0]?.quoteId ?? "");
  const form = useScoreForm({ planId, quoteId, criteria, scores, onSaved: onClose });
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title="Score an offer"
      description="From 0, the worst, to 10, by halves. Others see your scores once you have saved them."
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form={formId} variant="primary" busy={form.busy}>
            Save scores
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={form.submit} noValidate className="grid gap-4">
        <Field label="Offer">
          {(control) => (
            <Select
              {...control}
              value={quoteId}
              onValueChange={(next) => {
                setQuoteId(next);
                form.reset();
              }}
              options={offers.map((one) => ({ value: one.quoteId, label: one.name }))}
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

type FormProps = Pick<ScoreDialogProps, "planId" | "criteria" | "scores"> & {
  readonly quoteId: string;
  readonly onSaved: () => void;
};

const halves = /^(?:\d|10)(?:\.[05])?$/;

function useScoreForm({ planId, quoteId, criteria, scores, onSaved }: FormProps) {
  const router = useRouter();
  const toast = useToast();
  const [changed, setChanged] = useState<Readonly<Record<string, Entry>>>({});
  const [message, setMessage] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const storedOf = (criterionId: string): Entry => {
    const held = scores.find((one) => one.quoteId === quoteId && one.criterionId === criterionId);
    return held ? { score: String(held.score), reason: held.reason } : nothing;
  };
  const entryOf = (id: string) => changed[id] ?? storedOf(id);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const entries = Object.entries(changed);
    const wrong = entries.find(([, { score }]) => score !== "" && !halves.test(score.trim()));
    if (wrong) {
      const name = criteria.find(({ id }) => id === wrong[0])?.name;
      return setMessage(`${name}: enter 0 to 10 by halves, such as 7.5.`);
    }
    setBusy(true);
    setMessage(null);
    for (const [criterionId, { score, reason }] of entries) {
      const value = score.trim() === "" ? null : Number(score);
      const input = { planId, quoteId, criterionId, score: value, reason };
      const outcome = await attempt(() => scoreQuoteAction(input), "Not saved");
      if (!outcome.ok) {
        setBusy(false);
        return setMessage(outcome.message);
      }
    }
    setBusy(false);
    toast.show({ text: "Scores saved" });
    router.refresh();
    onSaved();
  };
  return {
    ...{ busy, message, entryOf, submit },
    enter: (id: string, part: Partial<Entry>) =>
      setChanged((now) => ({ ...now, [id]: { ...entryOf(id), ...part } })),
    reset: () => setChanged({}),
  };
}
