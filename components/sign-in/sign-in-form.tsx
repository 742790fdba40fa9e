"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { openSession } from "./open-session";

type Errors = { readonly email?: string; readonly password?: string };

export function SignInForm({ callbackUrl }: { callbackUrl: string }) {
  const [errors, setErrors] = useState<Errors>({});
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const email = String(form.get("email")).trim();
    const password = String(form.get("password"));
    const missing = {
      ...(email === "" && { email: "The email address is empty. Fill it in." }),
      ...(password === "" && { password: "The password is empty. Fill it in." }),
    };
    setErrors(missing);
    if (Object.keys(missing).length > 0) return;
    setBusy(true);
    const refusal = await openSession({ email, password, callbackUrl });
    if (!refusal) return;
    setErrors({ password: refusal });
    setBusy(false);
  };

  return (
    <form method="post" onSubmit={submit} noValidate className="grid gap-4">
      <Field label="Email" error={errors.email}>
        {(control) => (
          <TextInput
            {...control}
            tall
            name="email"
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            onChange={() => setErrors({})}
          />
        )}
      </Field>
      <Field label="Password" error={errors.password}>
        {(control) => (
          <TextInput
            {...control}
            tall
            name="password"
            type="password"
            autoComplete="current-password"
            onChange={() => setErrors({})}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" size="large" busy={busy}>
        {busy ? "Signing in" : "Sign in"}
      </Button>
    </form>
  );
}
