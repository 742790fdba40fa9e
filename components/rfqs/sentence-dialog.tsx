"use client";

import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";

/** Asks for a sentence or two. */
export function SentenceDialog(props: {
  readonly title: string;
  readonly description?: string;
  readonly label: string;
  readonly submitLabel: string;
  /** What to say where it stays empty; without it, empty is fine. */
  readonly lack?: string;
  /** False where it was not done: the dialog closes, and the page says why. */
  readonly onSubmit: (text: string) => Promise<boolean>;
  readonly onClose: () => void;
}) {
  const formId = useId();
  const [text, setText] = useState("");
  const [error, setError] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (text.trim() === "" && props.lack) return setError(props.lack);
    setBusy(true);
    await props.onSubmit(text.trim());
    props.onClose();
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
              maxLength={300}
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
