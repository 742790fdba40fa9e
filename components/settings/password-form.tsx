"use client";

import { type FormEvent, useState } from "react";
import { changePasswordAction } from "@/app/(product)/(app)/settings/account/actions";
import { attempt } from "@/components/plans/attempt";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { useToast } from "@/components/ui/toast";
import { endedText } from "@/lib/views/session-list";
import { PasswordField } from "./password-field";

const empty = { currentPassword: "", newPassword: "" };
type Name = keyof typeof empty;
type Errors = Partial<Record<Name | "form", string>>;

/** The address stands hidden in the form, so that a password manager files the new one under it. */
export function PasswordForm({ email }: { readonly email: string }) {
  const toast = useToast();
  const [typed, setTyped] = useState(empty);
  const [errors, setErrors] = useState<Errors>({});
  const [busy, setBusy] = useState(false);

  const type = (name: Name) => (value: string) => {
    setTyped((now) => ({ ...now, [name]: value }));
    setErrors({});
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (typed.currentPassword === "")
      return setErrors({ currentPassword: "Your password now is empty. Fill it in." });
    if (typed.newPassword === "")
      return setErrors({ newPassword: "The new password is empty. Fill it in." });
    setBusy(true);
    const outcome = await attempt(() => changePasswordAction(typed), "Not changed");
    setBusy(false);
    if (!outcome.ok) return setErrors(outcome.fields ?? { form: outcome.message });
    setTyped(empty);
    toast.show({ text: `Password changed. ${endedText(outcome.data.endedSessions)}` });
  };

  return (
    // Sent before the page is ready, a form without a method would put the password into the address.
    <form method="post" onSubmit={submit} noValidate className="grid gap-4">
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        name="currentPassword"
        label="Password now"
        autoComplete="current-password"
        value={typed.currentPassword}
        onChange={type("currentPassword")}
        error={errors.currentPassword}
      />
      <PasswordField
        name="newPassword"
        label="New password"
        autoComplete="new-password"
        help="At least 12 characters, for example four words."
        value={typed.newPassword}
        onChange={type("newPassword")}
        error={errors.newPassword}
      />
      {errors.form && <FieldError>{errors.form}</FieldError>}
      <div>
        <Button type="submit" busy={busy}>
          {busy ? "Changing the password" : "Change password"}
        </Button>
      </div>
    </form>
  );
}
