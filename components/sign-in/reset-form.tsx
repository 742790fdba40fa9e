"use client";

import { type FormEvent, useState } from "react";
import { resetPasswordAction } from "@/app/(product)/(auth)/reset/[token]/actions";
import { attempt } from "@/components/plans/attempt";
import { PasswordField } from "@/components/settings/password-field";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { endedSessionsText } from "@/lib/views/session-list";

/** The new password, typed once. What was typed stays where it is refused. */
export function ResetForm({ token, email }: { readonly token: string; readonly email: string }) {
  const [password, setPassword] = useState("");
  const [error, setError] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [ended, setEnded] = useState<number | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (password === "") return setError("The new password is empty. Fill it in.");
    setBusy(true);
    const outcome = await attempt(() => resetPasswordAction({ token, password }), "Not set");
    setBusy(false);
    if (outcome.ok) setEnded(outcome.data.endedSessions);
    else setError(outcome.fields?.password ?? outcome.message);
  };

  if (ended !== null)
    return (
      <div role="status" className="grid justify-items-start gap-4">
        <p>Your new password is set. {endedSessionsText(ended)} This link works no more.</p>
        <ButtonLink href="/sign-in" variant="primary" size="large">
          Sign in
        </ButtonLink>
      </div>
    );
  return (
    // Sent before the page is ready, a form without a method would put the password into the address.
    <form method="post" onSubmit={submit} noValidate className="grid gap-4">
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        tall
        name="password"
        label="New password"
        autoComplete="new-password"
        help="At least 12 characters, for example four words."
        value={password}
        onChange={(typed) => {
          setPassword(typed);
          setError(undefined);
        }}
        error={error}
      />
      <Button type="submit" variant="primary" size="large" busy={busy}>
        {busy ? "Setting the password" : "Set password"}
      </Button>
    </form>
  );
}
