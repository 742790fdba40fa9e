"use client";

import { useState } from "react";
import { revokeApiKeyAction } from "@/app/(product)/(app)/settings/api-keys/actions";
import { attempt } from "@/components/plans/attempt";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FieldError } from "@/components/ui/field";
import { useToast } from "@/components/ui/toast";
import type { ApiKeyRow } from "@/lib/views/api-keys";

export type RevokeKeyDialogProps = { readonly row: ApiKeyRow; readonly onClose: () => void };

/** A revoked key cannot be given back, so it asks first. */
export function RevokeKeyDialog({ row: { id, name, lastUsed }, onClose }: RevokeKeyDialogProps) {
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const revoke = async () => {
    setBusy(true);
    const outcome = await attempt(() => revokeApiKeyAction({ keyId: id }), `${name} still opens`);
    setBusy(false);
    if (!outcome.ok) return setError(outcome.message);
    toast.show({ text: `${name} was revoked` });
    onClose();
  };

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Revoke ${name}?`}
      description={`Whatever uses it is refused from its next request on. It was ${lastUsed === "never used" ? lastUsed : `last ${lastUsed}`}. A revoked key cannot be brought back; what it changed stays.`}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="danger" busy={busy} onClick={revoke}>
            Revoke
          </Button>
        </>
      }
    >
      {error && <FieldError>{error}</FieldError>}
    </Dialog>
  );
}
