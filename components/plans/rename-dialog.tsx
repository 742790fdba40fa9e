"use client";

import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import type { PlanSummary } from "@/lib/schemas/stored-plan";

export type RenameDialogProps = {
  readonly plan: PlanSummary;
  readonly onRename: (name: string) => void;
  readonly onClose: () => void;
};

export function RenameDialog({ plan, onRename, onClose }: RenameDialogProps) {
  const formId = useId();
  const [name, setName] = useState(plan.name);
  const [error, setError] = useState<string | undefined>(undefined);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === "") {
      setError("The name is empty. Give the plan a name.");
      return;
    }
    if (wanted !== plan.name) onRename(wanted);
    onClose();
  };

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Rename ${plan.name}`}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form={formId} variant="primary">
            Rename
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
              onFocus={(event) => event.target.select()}
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
