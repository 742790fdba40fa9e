"use client";

import { type ReactNode, useState } from "react";
import { Field } from "./field";
import { NumberInput, type NumberInputProps } from "./number-input";

export type NumberFieldProps = Omit<NumberInputProps, "id" | "label" | "onErrorChange"> & {
  readonly label?: ReactNode;
  readonly help?: ReactNode;
  readonly aside?: ReactNode;
  readonly optional?: boolean;
  /** What the server or the form found wrong; what cannot be read here comes first. */
  readonly error?: string | undefined;
  readonly onErrorChange?: (message: string | null) => void;
  readonly fieldClassName?: string;
};

export function NumberField({
  label,
  help,
  aside,
  optional,
  error,
  onErrorChange,
  fieldClassName,
  ...input
}: NumberFieldProps) {
  const [unreadable, setUnreadable] = useState<string | null>(null);
  return (
    <Field
      label={label ?? input.rule.label}
      help={help}
      aside={aside}
      optional={optional ?? false}
      error={unreadable ?? error}
      {...(fieldClassName && { className: fieldClassName })}
    >
      {(control) => (
        <NumberInput
          {...input}
          {...control}
          onErrorChange={(message) => {
            setUnreadable(message);
            onErrorChange?.(message);
          }}
        />
      )}
    </Field>
  );
}
