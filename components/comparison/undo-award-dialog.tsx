"use client";

import { useRouter } from "next/navigation";
import { undoAwardAction } from "@/app/(product)/(app)/plans/[planId]/quotes/actions";
import { attempt } from "@/components/plans/attempt";
import { SentenceDialog } from "@/components/ui/sentence-dialog";
import { useToast } from "@/components/ui/toast";

type UndoAwardDialogProps = {
  readonly planId: string;
  readonly awardId: string;
  readonly onClose: () => void;
};

/** Offers go back to where they stood; the award stays in the history with the reason. */
export function UndoAwardDialog({ planId, awardId, onClose }: UndoAwardDialogProps) {
  const router = useRouter();
  const toast = useToast();
  const undo = async (reason: string) => {
    const outcome = await attempt(
      () => undoAwardAction({ planId, awardId, reason }),
      "Not taken back",
    );
    if (!outcome.ok) return outcome.message;
    toast.show({ text: "Award taken back" });
    router.refresh();
  };
  return (
    <SentenceDialog
      title="Take the award back"
      description="Its offers go back to where they stood before. What was awarded stays to be read."
      label="Why"
      submitLabel="Take it back"
      lack="Why: say it in a sentence. It is kept."
      maxLength={2000}
      onSubmit={undo}
      onClose={onClose}
    />
  );
}
