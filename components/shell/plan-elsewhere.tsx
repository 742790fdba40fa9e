"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { FieldError } from "@/components/ui/field";
import { enterOrganization } from "./enter-organization";
import { Notice } from "./notice";

export type PlanElsewhereProps = {
  readonly organizationId: string;
  readonly organizationName: string;
};

/** For a plan of another organization that the user belongs to as well. */
export function PlanElsewhere({ organizationId, organizationName }: PlanElsewhereProps) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const enter = async () => {
    setBusy(true);
    setError(await enterOrganization(organizationId, window.location.href));
    setBusy(false);
  };
  return (
    <Notice
      title={`This plan belongs to ${organizationName}`}
      actions={
        <>
          <Button variant="primary" busy={busy} onClick={enter}>
            Switch to {organizationName}
          </Button>
          <ButtonLink href="/plans">All plans here</ButtonLink>
        </>
      }
    >
      <p>You are a member there too, and work in another organization now.</p>
      {error && <FieldError>{error}</FieldError>}
    </Notice>
  );
}
