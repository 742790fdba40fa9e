"use client";

import { clsx } from "clsx";
import { FileUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { type DragEvent, useId, useRef, useState } from "react";
import { importPlanAction } from "@/app/(app)/plans/actions";
import { useOrganizationId } from "@/components/shell/organization-context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
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
        <DropZone busy={busy} onFile={take} />
        {refused && <ImportIssues refused={refused} />}
      </div>
    </Dialog>
  );
}

function DropZone({ busy, onFile }: { busy: boolean; onFile: (file: File) => void }) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const accept = (files: FileList | null) => {
    const [file] = files ?? [];
    if (file && !busy) onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    accept(event.dataTransfer.files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={clsx(
        "grid justify-items-center gap-2 rounded-lg border border-control border-dashed px-4 py-7 text-center",
        over ? "bg-accent-soft" : "bg-canvas",
      )}
    >
      <FileUp aria-hidden size={20} className="text-ink-3" />
      <p className="text-ink-2 text-sm">{busy ? "Reading the file" : "Drop the file here, or"}</p>
      <label htmlFor={id} className="sr-only">
        Plan file
      </label>
      <input
        ref={input}
        id={id}
        type="file"
        accept="application/json,.json"
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          accept(event.target.files);
          // The same file, mended, must count as a new choice.
          event.target.value = "";
        }}
      />
      <Button busy={busy} onClick={() => input.current?.click()}>
        Choose a file
      </Button>
    </div>
  );
}
