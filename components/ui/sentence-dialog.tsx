"use client";

import { type FormEvent, useId, useState } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { Field } from "./field";
import { Textarea } from "./textarea";

export type SentenceDialogProps = {
  readonly title: string;
  readonly description?: string;
  readonly label: string;
  readonly submitLabel: string;
  /** What to say where it stays empty; without it, empty is fine. */
  readonly lack?: string;
  readonly maxLength: number;
  /** Answers with what is wrong; with nothing where the dialog is no more needed. */
  readonly onSubmit: (text: string) => Promise<string | undefined>;
  readonly onClose: () => void;
};

/** Asks for a sentence or two. */
export function SentenceDialog(props: SentenceDialogProps) {
  const formId = useId();
  const [text, setText] = useState("");
  const [error, setError] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (text.trim() === "" && props.lack) return setError(props.lack);
    setBusy(true);
    const wrong = await props.onSubmit(text.trim());
    setBusy(false);
    if (wrong === undefined) return props.onClose();
    setError(wrong);
  };
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && props.onClose()}
      title={props.title}
      {...(props.description && { description: props.description })}
      footer={
        <>
          <Button variant="quiet" onClick={props.onClose}>
            Cancel
          </Button>
          <Button type="submit" form={formId} variant="primary" busy={busy}>
            {props.submitLabel}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        <Field label={props.label} error={error} optional={props.lack === undefined}>
          {(control) => (
            <Textarea
              {...control}
              value={text}
              maxLength={props.maxLength}
              onChange={(event) => {
                setText(event.target.value);
                setError(undefined);
              }}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
