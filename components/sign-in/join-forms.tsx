"use client";

import { type FormEvent, useState } from "react";
import {
  joinAsNewAction,
  joinWithPasswordAction,
} from "@/app/(product)/(auth)/invite/[token]/actions";
import { attempt } from "@/components/plans/attempt";
import { tellOtherTabs } from "@/components/shell/other-tabs";
import { Button } from "@/components/ui/button";
import { Field, FieldError } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";

type Refusal = { readonly message: string; readonly fields: Readonly<Record<string, string>> };

/** An account at the invited address, new or held already; nothing here says which there is. */
export function JoinForms({ token, email }: { readonly token: string; readonly email: string }) {
  const [isNew, setIsNew] = useState(true);
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setRefusal(null);
    const outcome = await attempt(
      () =>
        isNew
          ? joinAsNewAction({ token, name, password })
          : joinWithPasswordAction({ token, password }),
      "Not joined",
    );
    if (outcome.ok) {
      tellOtherTabs();
      window.location.assign(outcome.data.next);
      return;
    }
    setRefusal({ message: outcome.message, fields: outcome.fields ?? {} });
    setBusy(false);
  };
  const typed = (set: (text: string) => void) => (event: { target: { value: string } }) => {
    set(event.target.value);
    setRefusal(null);
  };
  const turn = () => {
    setIsNew(!isNew);
    setRefusal(null);
  };
  const isAboutFields = Boolean(refusal?.fields.name || refusal?.fields.password);

  return (
    <>
      <form method="post" onSubmit={submit} noValidate className="grid gap-4">
        <Field label="Email" help="The invitation is for this address alone.">
          {(control) => (
            <TextInput
              {...control}
              tall
              readOnly
              type="email"
              autoComplete="username"
              value={email}
            />
          )}
        </Field>
        {isNew && (
          <Field label="Your name" error={refusal?.fields.name}>
            {(control) => (
              <TextInput
                {...control}
                tall
                autoComplete="name"
                value={name}
                onChange={typed(setName)}
              />
            )}
          </Field>
        )}
        <Field
          label="Password"
          help={isNew && "At least 12 characters, for example four words."}
          error={refusal?.fields.password}
        >
          {(control) => (
            <TextInput
              {...control}
              tall
              type="password"
              autoComplete={isNew ? "new-password" : "current-password"}
              value={password}
              onChange={typed(setPassword)}
            />
          )}
        </Field>
        {refusal && !isAboutFields && <FieldError>{refusal.message}</FieldError>}
        <Button type="submit" variant="primary" size="large" busy={busy}>
          {busy ? "Joining" : isNew ? "Create an account and join" : "Sign in and join"}
        </Button>
      </form>
      <p className="text-center text-ink-3 text-sm">
        {isNew ? "Have an account at this address?" : "New here?"}{" "}
        <button type="button" onClick={turn} className="link pointer-coarse:min-h-11">
          {isNew ? "Sign in" : "Create an account"}
        </button>
      </p>
    </>
  );
}
