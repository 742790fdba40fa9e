"use client";

import { type FormEvent, useState } from "react";
import { createApiKeyAction } from "@/app/(product)/(app)/settings/api-keys/actions";
import { attempt } from "@/components/plans/attempt";
import { newId } from "@/components/plans/new-id";
import { useOrganizationId } from "@/components/shell/organization-context";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { lifetimeChoices, scopeWords } from "@/lib/views/api-keys";
import { ApiKeySecret } from "./api-key-secret";

type Scope = keyof typeof scopeWords;
type Lifetime = (typeof lifetimeChoices)[number]["value"];

const scopes = (["read", "write"] as const).map((value) => ({ value, label: scopeWords[value] }));
const days: Readonly<Record<Lifetime, 30 | 90 | 365 | null>> = {
  "30": 30,
  "90": 90,
  "365": 365,
  never: null,
};

/** The id stays until the form has been answered, so that a form sent again makes one key. */
export function NewApiKey() {
  const madeFor = useOrganizationId();
  const [id, setId] = useState(newId);
  const [name, setName] = useState("");
  const [scope, setScope] = useState<Scope>("read");
  const [lifetime, setLifetime] = useState<Lifetime>("90");
  const [error, setError] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<{ name: string; token: string } | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (name.trim() === "") return setError("The name is empty. Say what the key is for.");
    setBusy(true);
    const input = { id, name, scope, lifetimeDays: days[lifetime] };
    const outcome = await attempt(() => createApiKeyAction(input, madeFor), "No key was made");
    setBusy(false);
    // A key whose secret was lost on the way cannot be shown again: the next try makes another.
    setId(newId());
    if (!outcome.ok) return setError(outcome.fields?.name ?? outcome.message);
    setMade({ name: name.trim(), token: outcome.data.token });
    setName("");
  };

  return (
    <>
      <form onSubmit={submit} noValidate className="flex flex-wrap items-start gap-3">
        <Field label="Name" error={error} className="basis-full">
          {(control) => (
            <TextInput
              {...control}
              autoComplete="off"
              placeholder="What uses it, for example Nightly export"
              value={name}
              onChange={(event) => {
                setName(event.target.value);
                setError(undefined);
              }}
            />
          )}
        </Field>
        <Field label="Scope" className="flex-1 basis-60">
          {(control) => (
            <Select {...control} value={scope} options={scopes} onValueChange={setScope} />
          )}
        </Field>
        <Field label="Expires after" className="w-34">
          {(control) => (
            <Select
              {...control}
              value={lifetime}
              options={lifetimeChoices}
              onValueChange={setLifetime}
            />
          )}
        </Field>
        <Button
          type="submit"
          variant={made ? "secondary" : "primary"}
          busy={busy}
          className="mt-[22px]"
        >
          {busy ? "Making the key" : "Make key"}
        </Button>
      </form>
      {made && <ApiKeySecret key={made.token} {...made} onDone={() => setMade(null)} />}
    </>
  );
}
