import { type FieldErrors, type FieldValues, type Resolver, set } from "react-hook-form";
import type { Checked } from "@/lib/schemas/check";
import type { Plan } from "@/lib/schemas/plan";
import { messagesByName } from "./form-names";

export type CheckRow = (held: Plan, body: unknown) => Checked<unknown>;

export function toFormErrors(messages: ReadonlyMap<string, string>): FieldErrors<FieldValues> {
  const errors = {};
  for (const [name, message] of messages) set(errors, name, { type: "check", message });
  return errors;
}

/** The plan's own check as the form's: the same rules and words as the server's. */
export function rowResolver(check: CheckRow, plan: Plan, base: string): Resolver<FieldValues> {
  return (values) => {
    const checked = check(plan, values);
    if (checked.ok) return { values: checked.value as FieldValues, errors: {} };
    return { values: {}, errors: toFormErrors(messagesByName(checked.issues, base, values)) };
  };
}
