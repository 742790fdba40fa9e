"use client";

import { type FormEvent, useState } from "react";
import { inviteMemberAction } from "@/app/(product)/(app)/settings/members/actions";
import { attempt } from "@/components/plans/attempt";
import { newId } from "@/components/plans/new-id";
import { useOrganizationId } from "@/components/shell/organization-context";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { InvitationLink, RoleId } from "@/lib/schemas/member";
import type { RoleChoice } from "@/lib/views/members";

export type InviteFormProps = {
  readonly choices: readonly RoleChoice[];
  readonly onMade: (link: InvitationLink) => void;
  /** Whether inviting is the next thing to do here, and not copying the link that was just made. */
  readonly isNext: boolean;
};

/** The id stays until the form has been answered, so that a form sent again invites once. */
export function InviteForm({ choices, onMade, isNext }: InviteFormProps) {
  const madeFor = useOrganizationId();
  const [id, setId] = useState(newId);
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<RoleId>("editor");
  const [error, setError] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (email.trim() === "") return setError("The address is empty. Fill it in.");
    setBusy(true);
    const outcome = await attempt(
      () => inviteMemberAction({ id, email, role }, madeFor),
      "Nobody was invited",
    );
    setBusy(false);
    if (!outcome.ok) return setError(outcome.fields?.email ?? outcome.message);
    setId(newId());
    setEmail("");
    onMade(outcome.data);
  };

  return (
    <form onSubmit={submit} noValidate className="flex flex-wrap items-start gap-3">
      <Field label="Address" error={error} className="flex-1 basis-56">
        {(control) => (
          <TextInput
            {...control}
            type="email"
            autoComplete="off"
            autoCapitalize="none"
            placeholder="name@company.example"
            value={email}
            onChange={(event) => {
              setEmail(event.target.value);
              setError(undefined);
            }}
          />
        )}
      </Field>
      <Field label="Role" className="w-38">
        {(control) => (
          <Select {...control} value={role} options={choices} onValueChange={setRole} />
        )}
      </Field>
      <Button
        type="submit"
        variant={isNext ? "primary" : "secondary"}
        busy={busy}
        className="mt-[22px]"
      >
        {busy ? "Inviting" : "Invite"}
      </Button>
    </form>
  );
}
