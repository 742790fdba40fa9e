"use client";

import { type FormEvent, useId, useState } from "react";
import { saveTemplateAction } from "@/app/(product)/(app)/plans/actions";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, FieldError } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { Textarea } from "@/components/ui/textarea";
import { useToast } from "@/components/ui/toast";
import { templateDescriptionLimit } from "@/lib/schemas/template";
import { attempt } from "./attempt";
import { newId } from "./new-id";

export type SaveTemplateDialogProps = {
  readonly plan: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
};

/** Keeps a plan for others to begin from; the plan itself stays as it is. */
export function SaveTemplateDialog({ plan, onClose }: SaveTemplateDialogProps) {
  const formId = useId();
  const toast = useToast();
  const [id] = useState(newId);
  const [name, setName] = useState(plan.name);
  const [description, setDescription] = useState("");
  const [refusal, setRefusal] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const nameless = refusal !== undefined && name.trim() === "";

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "") return setRefusal("The name is empty. Give the template a name.");
    setBusy(true);
    const outcome = await attempt(
      () => saveTemplateAction({ id, planId: plan.id, name: name.trim(), description }),
      "No template was saved",
    );
    setBusy(false);
    if (!outcome.ok) return setRefusal(outcome.message);
    toast.show({ text: `${name.trim()} is a template now: choose it under New plan` });
    onClose();
  };

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Save as template"
      description={`Everyone here can begin a plan from ${plan.name} as it is now, scenarios included. Budgets stay behind.`}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form={formId} variant="primary" busy={busy}>
            Save template
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="grid gap-4">
        <Field label="Name" error={nameless ? refusal : undefined}>
          {(control) => (
            <TextInput
              {...control}
              value={name}
              maxLength={80}
              autoComplete="off"
              onFocus={(event) => event.target.select()}
              onChange={(event) => {
                setName(event.target.value);
                setRefusal(undefined);
              }}
            />
          )}
        </Field>
        <Field label="Description" optional help="What it is good for, in a sentence.">
          {(control) => (
            <Textarea
              {...control}
              value={description}
              maxLength={templateDescriptionLimit}
              onChange={(event) => setDescription(event.target.value)}
            />
          )}
        </Field>
        {refusal && !nameless && <FieldError>{refusal}</FieldError>}
      </form>
    </Dialog>
  );
}
