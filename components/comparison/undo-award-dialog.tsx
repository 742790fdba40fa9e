"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { undoAwardAction } from "@/app/(app)/plans/[planId]/quotes/actions";
import { attempt } from "@/components/plans/attempt";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, FieldError } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { useToast } from "@/components/ui/toast";

type UndoAwardDialogProps = {
  readonly planId: string;
  readonly awardId: string;
  readonly onClose: () => void;
};

/** Offers go back to where they stood; the award stays in the history with the reason. */
export function UndoAwardDialog({ planId, awardId, onClose }: UndoAwardDialogProps) {
  const formId = useId();
  const router = useRouter();
  const toast = useToast();
  const [reason, setReason] = useState("");
  const [message, setMessage] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === "") return setMessage("Why: say it in a sentence. It is kept.");
    setBusy(true);
    const outcome = await attempt(
      () => undoAwardAction({ planId, awardId, reason }),
      "Not taken back",
    );
    setBusy(false);
    if (!outcome.ok) return setMessage(outcome.message);
    toast.show({ text: "Award taken back" });
    router.refresh();
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title="Take the award back"
      description="Its offers go back to where they stood before. What was awarded stays to be read."
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form={formId} variant="primary" busy={busy}>
            Take it back
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="grid gap-4">
        <Field label="Why">
          {(control) => (
            <TextInput
              {...control}
              maxLength={2000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        {message && <FieldError>{message}</FieldError>}
      </form>
    </Dialog>
  );
}
