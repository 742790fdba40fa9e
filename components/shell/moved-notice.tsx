"use client";

import { useEffect, useState } from "react";
import { switchOrganizationAction } from "@/app/(product)/(app)/organizations/actions";
import { attempt } from "@/components/plans/attempt";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FieldError } from "@/components/ui/field";
import { onOtherTab, tellOtherTabs } from "./other-tabs";

export type MovedNoticeProps = {
  readonly organizationId: string;
  readonly organizationName: string;
};

/** Covers a page whose session went to another organization in another tab; what was typed stays under it. */
export function MovedNotice({ organizationId, organizationName }: MovedNoticeProps) {
  const [moved, setMoved] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => onOtherTab((id) => setMoved(id !== organizationId)), [organizationId]);

  const switchBack = async () => {
    setBusy(true);
    const outcome = await attempt(
      () => switchOrganizationAction({ organizationId }),
      "Not switched back",
    );
    setBusy(false);
    if (!outcome.ok) return setError(outcome.message);
    setError(null);
    setMoved(false);
    tellOtherTabs(organizationId);
  };

  return (
    <Dialog
      open={moved}
      onOpenChange={() => {}}
      title="You switched organization in another tab"
      description={`This page belongs to ${organizationName}, and saves nothing until you switch back. What you typed is still here.`}
      footer={
        <>
          <Button onClick={() => window.location.assign("/plans")}>
            Go on in the other organization
          </Button>
          <Button variant="primary" busy={busy} onClick={switchBack}>
            Switch back to {organizationName}
          </Button>
        </>
      }
    >
      {error && <FieldError>{error}</FieldError>}
    </Dialog>
  );
}
