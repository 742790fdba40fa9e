"use client";

import { type FormEvent, type ReactNode, useId, useState } from "react";
import { attempt } from "@/components/plans/attempt";
import { newId } from "@/components/plans/new-id";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, FieldError } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/adapters/action-result";
import type { TemplateTarget } from "@/lib/schemas/template";

/** The copy's id, where it goes, and what it is called there. */
export type TemplateCopy = {
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
};

export type CopyDialogProps = {
  readonly template: { readonly name: string };
  readonly targets: readonly TemplateTarget[];
  /** What goes along, and what does not. */
  readonly description: string;
  readonly children: ReactNode;
  readonly onCopy: (copy: TemplateCopy) => Promise<ActionResult<unknown>>;
  readonly onClose: () => void;
};

/** Copies a template to another organization under a name that is given anew: the one here may be a client's. */
export function CopyDialog(props: CopyDialogProps) {
  const { template, targets, description, children, onClose } = props;
  const formId = useId();
  const { name, organizationId, busy, message, change, submit } = useCopyForm(props);
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={`Copy “${template.name}” to another organization`}
      description={description}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form={formId} variant="primary" busy={busy}>
            Copy
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="grid gap-4">
        <Field label="To">
          {(control) => (
            <Select
              {...control}
              value={organizationId}
              options={targets.map(({ id, name: label }) => ({ value: id, label }))}
              onValueChange={(next) => change({ organizationId: next })}
            />
          )}
        </Field>
        <Field label="Name there" help="It may be read by others there.">
          {(control) => (
            <TextInput
              {...control}
              value={name}
              maxLength={80}
              autoComplete="off"
              onChange={(event) => change({ name: event.target.value })}
            />
          )}
        </Field>
        {children}
        {message && <FieldError>{message}</FieldError>}
      </form>
    </Dialog>
  );
}

function useCopyForm({ targets, onCopy, onClose }: CopyDialogProps) {
  const toast = useToast();
  const [id] = useState(newId);
  const [draft, setDraft] = useState({ name: "", organizationId: targets[0]?.id ?? "" });
  const [busy, setBusy] = useState(false);
  const [message, setMessage] = useState<string | null>(null);
  const change = (part: Partial<typeof draft>) => {
    setDraft((now) => ({ ...now, ...part }));
    setMessage(null);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const { organizationId } = draft;
    const name = draft.name.trim();
    if (name === "") return setMessage("Give the copy a name.");
    setBusy(true);
    const outcome = await attempt(() => onCopy({ id, organizationId, name }), "Nothing was copied");
    setBusy(false);
    if (!outcome.ok) return setMessage(outcome.message);
    const where = targets.find((one) => one.id === organizationId)?.name;
    toast.show({ text: `${name} is a template of ${where} now` });
    onClose();
  };
  return { ...draft, busy, message, change, submit };
}
