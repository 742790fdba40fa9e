"use client";

import { useState } from "react";
import { acceptInvitationAction } from "@/app/(product)/(auth)/invite/[token]/actions";
import { attempt } from "@/components/plans/attempt";
import { tellOtherTabs } from "@/components/shell/other-tabs";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";

export type JoinButtonProps = {
  readonly token: string;
  readonly organizationName: string;
  readonly email: string;
};

/** For whoever is signed in at the invited address. */
export function JoinButton({ token, organizationName, email }: JoinButtonProps) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const join = async () => {
    setBusy(true);
    setError(null);
    const outcome = await attempt(() => acceptInvitationAction({ token }), "Not joined");
    if (outcome.ok) {
      tellOtherTabs();
      window.location.assign("/plans");
      return;
    }
    setError(outcome.message);
    setBusy(false);
  };

  return (
    <>
      <p className="text-ink-3 text-sm">You are signed in as {email}.</p>
      <Button variant="primary" size="large" busy={busy} onClick={join}>
        {busy ? "Joining" : `Join ${organizationName}`}
      </Button>
      {error && <FieldError>{error}</FieldError>}
    </>
  );
}
