"use client";

import { useState } from "react";
import { makePasswordResetAction } from "@/app/(app)/settings/reset-link/actions";
import { attempt } from "@/components/plans/attempt";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, FieldError } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
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
          ? "Pass it on in private: whoever opens it first has the account. It is shown this once."
          : "By it they set a new password, once and within 24 hours. Their password now works until then; afterwards all their sessions end."
      }
      footer={
        made ? (
          <Button variant="primary" onClick={onClose}>
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
      {made && <SecretLink {...made} />}
      {error && <FieldError>{error}</FieldError>}
    </Dialog>
  );
}

function SecretLink({ address, expiresAt }: Made) {
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard?.writeText(address).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div className="flex flex-wrap items-end gap-2">
      <Field
        label="Link"
        help={`Works until ${instantText(expiresAt)}.`}
        className="min-w-0 flex-1 basis-64"
        aside={<span role="status">{copied && "Copied"}</span>}
      >
        {(control) => (
          <TextInput
            {...control}
            readOnly
            value={address}
            onFocus={(event) => event.target.select()}
          />
        )}
      </Field>
      <Button className="mb-5" onClick={copy}>
        Copy
      </Button>
    </div>
  );
}
