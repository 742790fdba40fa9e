"use client";

import { useState } from "react";
import {
  renewInvitationAction,
  revokeInvitationAction,
} from "@/app/(product)/(app)/settings/members/actions";
import { attempt } from "@/components/plans/attempt";
import { newId } from "@/components/plans/new-id";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { InvitationLink } from "@/lib/schemas/member";
import type { InvitationRow, RoleChoice } from "@/lib/views/members";
import { InvitationLinkBox } from "./invitation-link-box";
import { InviteForm } from "./invite-form";

export type InvitationsProps = {
  readonly rows: readonly InvitationRow[];
  readonly choices: readonly RoleChoice[];
};

/** Who is invited, and the form that invites; a link that was just made shows until it is put away. */
export function Invitations({ rows, choices }: InvitationsProps) {
  const toast = useToast();
  const [made, setMade] = useState<InvitationLink | null>(null);
  const [busy, setBusy] = useState<string | null>(null);

  const renew = async ({ id, email }: InvitationRow) => {
    setBusy(id);
    const outcome = await attempt(
      () => renewInvitationAction({ invitationId: id, id: newId() }),
      `The old link of ${email} still holds`,
    );
    if (outcome.ok) setMade(outcome.data);
    else toast.show({ text: outcome.message, tone: "failure" });
    setBusy(null);
  };
  const revoke = async ({ id, email }: InvitationRow) => {
    setBusy(id);
    const outcome = await attempt(
      () => revokeInvitationAction({ invitationId: id }),
      `The invitation of ${email} still holds`,
    );
    if (made?.email === email && outcome.ok) setMade(null);
    toast.show(
      outcome.ok
        ? { text: `The invitation of ${email} is taken back` }
        : { text: outcome.message, tone: "failure" },
    );
    setBusy(null);
  };

  return (
    <>
      <InviteForm choices={choices} onMade={setMade} isNext={made === null} />
      {made && <InvitationLinkBox key={made.token} link={made} onDone={() => setMade(null)} />}
      {rows.length === 0 ? (
        <p className="mt-4 border-line border-t pt-4 text-ink-3 text-sm">Nobody is invited now.</p>
      ) : (
        <ul
          aria-label="Open invitations"
          className="mt-4 divide-y divide-line border-line border-t"
        >
          {rows.map((row) => (
            <li key={row.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 py-3 last:pb-0">
              <div className="min-w-0 flex-1 basis-60">
                <p className="break-words font-label text-sm">{row.email}</p>
                <p className="text-ink-3 text-xs">
                  {row.roleName}, invited by {row.invitedBy}, holds until {row.expires}
                </p>
              </div>
              <Button
                size="small"
                busy={busy === row.id}
                aria-label={`New link for ${row.email}`}
                onClick={() => renew(row)}
              >
                New link
              </Button>
              <Button
                size="small"
                busy={busy === row.id}
                aria-label={`Revoke the invitation of ${row.email}`}
                onClick={() => revoke(row)}
              >
                Revoke
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
