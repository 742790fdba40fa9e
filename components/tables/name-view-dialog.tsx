"use client";

import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import type { SavedView } from "@/lib/schemas/saved-view";
import type { SavedViews } from "./use-saved-views";

export type NameViewDialogProps = {
  readonly view: SavedView;
  readonly isNew: boolean;
  readonly onSave: SavedViews["save"];
  readonly onSaved: (view: SavedView) => void;
  readonly onClose: () => void;
};

/** Asks for the name of a view, new or not. */
export function NameViewDialog({ view, isNew, onSave, onSaved, onClose }: NameViewDialogProps) {
  const formId = useId();
  const [name, setName] = useState(view.name);
  const [error, setError] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === "") return setError("The name is empty. Give the view a name.");
    setBusy(true);
    const done = isNew ? `Saved as ${wanted}` : `Renamed to ${wanted}`;
    const outcome = await onSave({ ...view, name: wanted }, done);
    setBusy(false);
    if (!outcome.ok) return setError(outcome.fields?.name ?? outcome.message);
    if (isNew) onSaved(outcome.data);
    onClose();
  };

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={isNew ? "Save as a view" : `Rename ${view.name}`}
      description={
        isNew ? "Columns, order, sorting and filter as they are. Yours alone." : undefined
      }
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form={formId} variant="primary" busy={busy}>
            {isNew ? "Save view" : "Rename"}
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
              maxLength={80}
              autoComplete="off"
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
