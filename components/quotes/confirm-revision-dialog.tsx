"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

type ConfirmRevisionDialogProps = {
  readonly title: string;
  /** What is awarded, and what of it stays. */
  readonly text: string;
  readonly submitLabel: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** Another revision of an awarded quote is asked for twice. */
export function ConfirmRevisionDialog(props: ConfirmRevisionDialogProps) {
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && props.onClose()}
      title={props.title}
      description={props.text}
      footer={
        <>
          <Button variant="quiet" onClick={props.onClose}>
            Cancel
          </Button>
          <Button variant="primary" onClick={props.onConfirm}>
            {props.submitLabel}
          </Button>
        </>
      }
    >
      {null}
    </Dialog>
  );
}
