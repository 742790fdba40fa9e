"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { otherAddressText } from "@/lib/views/invitation";

/** For whoever is signed in at another address than the invited one. */
export function OtherAddress({
  invited,
  signedInAs,
}: {
  readonly invited: string;
  readonly signedInAs: string;
}) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const leave = async () => {
    setBusy(true);
    setError(null);
    try {
      const { signOut } = await import("next-auth/react");
      // Left to itself it would keep this page's address, the secret with it, in a cookie.
      await signOut({ redirect: false, callbackUrl: "/plans" });
      window.location.reload();
    } catch {
      setError("Still signed in: no connection. Try again when it is back.");
      setBusy(false);
    }
  };

  return (
    <>
      <p className="text-ink-2 text-sm">{otherAddressText(invited, signedInAs)}</p>
      <Button variant="primary" size="large" busy={busy} onClick={leave}>
        {busy ? "Signing out" : "Sign out"}
      </Button>
      {error && <FieldError>{error}</FieldError>}
    </>
  );
}
