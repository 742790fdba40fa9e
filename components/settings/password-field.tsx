"use client";

import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { TextInput } from "@/components/ui/text-input";

export type PasswordFieldProps = {
  readonly name: string;
  readonly label: string;
  readonly autoComplete: "current-password" | "new-password";
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly help?: string;
  readonly error?: string | undefined;
  readonly tall?: boolean;
};

/** Typed once, and shown on request: that catches a slip better than typing it twice. */
export function PasswordField(props: PasswordFieldProps) {
  const { name, label, autoComplete, value, onChange, help, error, tall = false } = props;
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} help={help} error={error}>
      {(control) => (
        <TextInput
          {...control}
          tall={tall}
          name={name}
          type={shown ? "text" : "password"}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          unit={
            <IconButton
              label={`${shown ? "Hide" : "Show"} the ${label.toLowerCase()}`}
              icon={shown ? <EyeOff aria-hidden size={16} /> : <Eye aria-hidden size={16} />}
              onClick={() => setShown(!shown)}
              className="-mr-2"
            />
          }
        />
      )}
    </Field>
  );
}
