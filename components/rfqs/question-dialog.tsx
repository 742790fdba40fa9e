"use client";

import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { AskedSupplier, RfqQuestion } from "@/lib/schemas/rfq";

export type Said = {
  readonly question: string;
  readonly answer: string;
  readonly supplierId: string | null;
};

export function QuestionDialog(props: {
  /** Null for a new one. */
  readonly question: RfqQuestion | null;
  readonly suppliers: readonly AskedSupplier[];
  readonly onSubmit: (said: Said) => Promise<boolean>;
  readonly onClose: () => void;
}) {
  const { question: held, suppliers } = props;
  const formId = useId();
  const [question, setQuestion] = useState(held?.question ?? "");
  const [answer, setAnswer] = useState(held?.answer ?? "");
  const [supplierId, setSupplierId] = useState(
    held ? (held.supplierId ?? "") : (suppliers[0]?.supplierId ?? ""),
  );
  const [error, setError] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (question.trim() === "") return setError("Enter the question.");
    setBusy(true);
    const said = { question: question.trim(), answer: answer.trim() };
    await props.onSubmit({ ...said, supplierId: supplierId || null });
    props.onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && props.onClose()}
      title={held ? "Answer to all" : "A supplier’s question"}
      description="All suppliers get question and answer, and not who asked."
      footer={
        <>
          <Button variant="quiet" onClick={props.onClose}>
            Cancel
          </Button>
          <Button type="submit" form={formId} variant="primary" busy={busy}>
            Save
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="grid gap-4">
        {!held && (
          <Field label="Asked by">
            {(control) => (
              <Select
                {...control}
                value={supplierId}
                onValueChange={setSupplierId}
                options={suppliers.map((one) => ({ value: one.supplierId, label: one.name }))}
              />
            )}
          </Field>
        )}
        <Field label="Question" error={error}>
          {(control) => (
            <Textarea
              {...control}
              value={question}
              maxLength={2000}
              onChange={(event) => setQuestion(event.target.value)}
            />
          )}
        </Field>
        <Field label="Answer" optional>
          {(control) => (
            <Textarea
              {...control}
              value={answer}
              maxLength={4000}
              onChange={(event) => setAnswer(event.target.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
