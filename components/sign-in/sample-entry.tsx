"use client";

import { ArrowRight } from "lucide-react";
import { useState } from "react";
import { enterSampleAction } from "@/app/(product)/(auth)/sign-in/actions";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";

export function SampleEntry({ callbackUrl }: { callbackUrl: string }) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const enter = async () => {
    setBusy(true);
    setError(null);
    try {
      const answer = await enterSampleAction({ callbackUrl });
      if (answer.ok) {
        window.location.assign(answer.data.next);
        return;
      }
      setError(answer.message);
    } catch {
      setError("The sample did not open: no connection. Try again when it is back.");
    }
    setBusy(false);
  };

  return (
    <div className="grid gap-1 border-line border-t pt-2">
      <Button variant="quiet" size="large" busy={busy} onClick={enter} className="text-accent!">
        Look at the sample organization
        <ArrowRight aria-hidden size={14} />
      </Button>
      {error && <FieldError>{error}</FieldError>}
    </div>
  );
}
