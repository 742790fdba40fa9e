"use client";

import { type FormEvent, useState } from "react";
import { signUpAction } from "@/app/(product)/(auth)/sign-up/actions";
import { Button } from "@/components/ui/button";
import { Field, FieldError } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";

const fields = [
  { name: "name", label: "Your name", type: "text", autoComplete: "name" },
  {
    name: "organizationName",
    label: "Organization",
    type: "text",
    autoComplete: "organization",
    help: "Plans belong to it. You are its owner.",
  },
  { name: "email", label: "Email", type: "email", autoComplete: "username" },
  {
    name: "password",
    label: "Password",
    type: "password",
    autoComplete: "new-password",
    help: "At least 12 characters, for example four words.",
  },
] as const;

type Refusal = { readonly message: string; readonly fields: Readonly<Record<string, string>> };

export function SignUpForm() {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const said = (name: string) => String(form.get(name) ?? "");
    setBusy(true);
    setRefusal(null);
    try {
      const answer = await signUpAction({
        name: said("name"),
        organizationName: said("organizationName"),
        email: said("email"),
        password: said("password"),
      });
      if (answer.ok) {
        window.location.assign(answer.data.next);
        return;
      }
      setRefusal({ message: answer.message, fields: answer.fields ?? {} });
    } catch {
      const message = "No account was made: no connection. Try again when it is back.";
      setRefusal({ message, fields: {} });
    }
    setBusy(false);
  };

  const forget = (name: string) => {
    if (!refusal?.fields[name]) return;
    const { [name]: _, ...rest } = refusal.fields;
    setRefusal({ ...refusal, fields: rest });
  };
  const isAboutFields = refusal && fields.some(({ name }) => refusal.fields[name]);

  return (
    <form method="post" onSubmit={submit} noValidate className="grid gap-4">
      {fields.map(({ name, label, ...field }) => (
        <Field
          key={name}
          label={label}
          help={"help" in field ? field.help : undefined}
          error={refusal?.fields[name]}
        >
          {(control) => (
            <TextInput
              {...control}
              tall
              name={name}
              type={field.type}
              autoComplete={field.autoComplete}
              onChange={() => forget(name)}
            />
          )}
        </Field>
      ))}
      {refusal && !isAboutFields && <FieldError>{refusal.message}</FieldError>}
      <Button type="submit" variant="primary" size="large" busy={busy}>
        {busy ? "Creating the account" : "Create an account"}
      </Button>
    </form>
  );
}
