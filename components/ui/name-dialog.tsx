"use client";

import { type FocusEvent, type FormEvent, useId, useState } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { Field } from "./field";
import { TextInput } from "./text-input";

export type NameDialogProps = {
  readonly title: string;
  readonly description?: string | undefined;
  /** The name it has now; none for something new. */
  readonly name?: string;
  readonly submitLabel: string;
  readonly emptyMessage: string;
  /** Where whoever saves it does not say itself what is too long. */
  readonly maxLength?: number;
  readonly autoComplete?: string;
  /** Answers with what is wrong; with nothing where it is done, and the dialog is no more needed. */
  readonly onSubmit: (name: string) => Promise<string | undefined>;
  readonly onClose: () => void;
};

/** Asks for one name, new or another. Sent twice, it is heard once. */
export function NameDialog({ name: held = "", onSubmit, onClose, ...words }: NameDialogProps) {
  const formId = useId();
  const [name, setName] = useState(held);
  const [error, setError] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const wanted = name.trim();
    if (wanted === "") return setError(words.emptyMessage);
    setBusy(true);
    const wrong = await onSubmit(wanted);
    setBusy(false);
    setError(wrong);
  };
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={words.title}
      description={words.description}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form={formId} variant="primary" busy={busy}>
            {words.submitLabel}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        <Field label="Name" error={error}>
          {(control) => (
            <TextInput
              {...control}
              value={name}
              {...(words.maxLength !== undefined && { maxLength: words.maxLength })}
              autoComplete={words.autoComplete ?? "off"}
              {...(held !== "" && { onFocus: selectAll })}
              onChange={(event) => {
                setName(event.target.value);
                setError(undefined);
              }}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}

const selectAll = (event: FocusEvent<HTMLInputElement>) => event.target.select();
