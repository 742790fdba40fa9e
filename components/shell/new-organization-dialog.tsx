"use client";

import { type FormEvent, useId, useState } from "react";
import { createOrganizationAction } from "@/app/(app)/organizations/actions";
import { attempt } from "@/components/plans/attempt";
import { newId } from "@/components/plans/new-id";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { tellOtherTabs } from "./other-tabs";

/** The id stays while the dialog is open, so that a form sent twice makes one organization. */
export function NewOrganizationDialog({ onClose }: { readonly onClose: () => void }) {
  const formId = useId();
  const [id] = useState(newId);
  const [name, setName] = useState("");
  const [error, setError] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const outcome = await attempt(
      () => createOrganizationAction({ id, name }),
      "No organization was made",
    );
    if (outcome.ok) {
      tellOtherTabs(outcome.data.organizationId);
      window.location.assign("/plans");
      return;
    }
    setError(outcome.fields?.name ?? outcome.message);
    setBusy(false);
  };

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="New organization"
      description="You are its owner. Its plans and members are its own: nothing of this organization shows there."
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form={formId} variant="primary" busy={busy}>
            {busy ? "Making it" : "Make and enter it"}
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
              autoComplete="organization"
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
