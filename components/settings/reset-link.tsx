"use client";

import { useState } from "react";
import { makePasswordResetAction } from "@/app/(product)/(app)/settings/reset-link/actions";
import { attempt } from "@/components/plans/attempt";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog } from "@/components/ui/dialog";
import { FieldError } from "@/components/ui/field";
import { instantText } from "@/lib/format";

export type ResetLinkDialogProps = {
  readonly member: { readonly userId: string; readonly name: string };
  readonly onClose: () => void;
};

type Made = { readonly address: string; readonly expiresAt: string };

/** Makes a link by which a member sets a new password, and shows it this once. */
export function ResetLinkDialog({ member, onClose }: ResetLinkDialogProps) {
  const [made, setMade] = useState<Made | null>(null);
  const [error, setError] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);

  const make = async () => {
    setBusy(true);
    setError(undefined);
    const outcome = await attempt(
      () => makePasswordResetAction({ userId: member.userId }),
      "No link was made",
    );
    setBusy(false);
    if (!outcome.ok) return setError(outcome.message);
    const { token, expiresAt } = outcome.data;
    setMade({ address: `${window.location.origin}/reset/${token}`, expiresAt });
  };

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Reset link for ${member.name}`}
      description={
        made
          ? "Pass it on in private: whoever opens it first has the account. It is shown only now."
          : "With it they set a new password once, within 24 hours. Until then the old one works; then all their sessions end."
      }
      footer={
        made ? (
          <Button variant="quiet" onClick={onClose}>
            Done
          </Button>
        ) : (
          <>
            <Button variant="quiet" onClick={onClose}>
              Cancel
            </Button>
            <Button variant="primary" busy={busy} onClick={make}>
              {busy ? "Making the link" : "Make the link"}
            </Button>
          </>
        )
      }
    >
      {made && (
        <>
          <CopyField label="Link" noun="link" value={made.address} />
          <p className="text-ink-3 text-xs">Works until {instantText(made.expiresAt)}.</p>
        </>
      )}
      {error && <FieldError>{error}</FieldError>}
    </Dialog>
  );
}
