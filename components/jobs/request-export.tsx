"use client";

import { useState } from "react";
import { requestExportAction } from "@/app/(product)/(app)/settings/jobs/actions";
import { attempt } from "@/components/plans/attempt";
import { newId } from "@/components/plans/new-id";
import { useOrganizationId } from "@/components/shell/organization-context";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { exportButtonText, exportHelp, notAskedFor } from "@/lib/views/jobs-words";

/** The id stays until the press has been answered, so that one sent again makes one job. */
export function RequestExport({ isBusy }: { readonly isBusy: boolean }) {
  const madeFor = useOrganizationId();
  const [id, setId] = useState(newId);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const request = async () => {
    setBusy(true);
    setError(null);
    const outcome = await attempt(() => requestExportAction({ id }, madeFor), notAskedFor);
    setBusy(false);
    if (!outcome.ok) return setError(outcome.message);
    setId(newId());
  };

  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button variant={isBusy ? "secondary" : "primary"} busy={busy} onClick={request}>
        {exportButtonText(busy)}
      </Button>
      <p className="min-w-0 flex-1 basis-60 text-ink-2 text-sm">{exportHelp}</p>
      {error && <FieldError>{error}</FieldError>}
    </div>
  );
}
