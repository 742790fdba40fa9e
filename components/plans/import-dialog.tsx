"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { importPlanAction } from "@/app/(product)/(app)/plans/actions";
import { useOrganizationId } from "@/components/shell/organization-context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FileDrop } from "@/components/ui/file-drop";
import { planFileLimitBytes, planFileTooLarge } from "@/lib/schemas/plan-file";
import { attempt } from "./attempt";
import { ImportIssues, type Refused } from "./import-issues";
import { newId } from "./new-id";

export function ImportDialog({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const madeFor = useOrganizationId();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);

  const take = async (file: File) => {
    setRefused(null);
    if (file.size > planFileLimitBytes) {
      setRefused({ fileName: file.name, message: planFileTooLarge(file.size), fields: {} });
      return;
    }
    setBusy(true);
    const outcome = await attempt(
      async () => importPlanAction({ id: newId(), file: await file.text() }, madeFor),
      "Nothing was imported",
    );
    if (outcome.ok) return router.replace(`/plans/${outcome.data.id}`);
    setRefused({ fileName: file.name, message: outcome.message, fields: outcome.fields ?? {} });
    setBusy(false);
  };

  return (
    <Dialog
      open
      onOpenChange={onClose}
      wide={refused !== null}
      title="Import a plan file"
      description="A file that a plan was downloaded as. It becomes a new plan; nothing here is overwritten."
      footer={
        <Button variant="quiet" onClick={onClose}>
          Cancel
        </Button>
      }
    >
      <div className="grid gap-4">
        <FileDrop label="Plan file" accept="application/json,.json" busy={busy} onFile={take} />
        {refused && <ImportIssues refused={refused} />}
      </div>
    </Dialog>
  );
}
