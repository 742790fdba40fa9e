"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { saveSupplierAction } from "@/app/(app)/quotes/actions";
import { attempt } from "@/components/plans/attempt";
import { newId } from "@/components/plans/new-id";
import { useOrganizationId } from "@/components/shell/organization-context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";

export function NewSupplierDialog({ onClose }: { readonly onClose: () => void }) {
  const formId = useId();
  const router = useRouter();
  const madeFor = useOrganizationId();
  const [id] = useState(newId);
  const [name, setName] = useState("");
  const [error, setError] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "") return setError("Name the supplier.");
    setBusy(true);
    const details = { name: name.trim(), contactName: "", email: "", phone: "", note: "" };
    const outcome = await attempt(
      () => saveSupplierAction({ id, expectedVersion: null, details }, madeFor),
      "No supplier was made",
    );
    if (outcome.ok) return router.push(`/suppliers/${outcome.data.id}`);
    setError(outcome.message);
    setBusy(false);
  };
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title="New supplier"
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form={formId} variant="primary" busy={busy}>
            Enter the supplier
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
              maxLength={120}
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
