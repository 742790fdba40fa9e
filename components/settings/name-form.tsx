"use client";

import { type FormEvent, useState } from "react";
import { renameAccountAction } from "@/app/(product)/(app)/settings/account/actions";
import { attempt } from "@/components/plans/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { useToast } from "@/components/ui/toast";

/** One's name and address. */
export function NameForm({ name: held, email }: { readonly name: string; readonly email: string }) {
  const toast = useToast();
  const [name, setName] = useState(held);
  const [error, setError] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === "") return setError("Your name is empty. Fill it in.");
    setBusy(true);
    const outcome = await attempt(() => renameAccountAction({ name: wanted }), "Not saved");
    setBusy(false);
    if (!outcome.ok) return setError(outcome.fields?.name ?? outcome.message);
    setName(wanted);
    toast.show({ text: "Name saved." });
  };

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <Field label="Name" help="Others see it beside what you change." error={error}>
        {(control) => (
          <TextInput
            {...control}
            value={name}
            maxLength={80}
            autoComplete="name"
            onChange={(event) => {
              setName(event.target.value);
              setError(undefined);
            }}
          />
        )}
      </Field>
      <dl className="grid gap-1 text-sm">
        <dt className="font-label">Email</dt>
        <dd className="break-all">{email}</dd>
        <dd className="text-ink-3 text-xs">You sign in with it. It cannot be changed.</dd>
      </dl>
      <div>
        <Button type="submit" busy={busy}>
          Save name
        </Button>
      </div>
    </form>
  );
}
