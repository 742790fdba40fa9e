"use client";

import { NameDialog } from "@/components/ui/name-dialog";
import type { PlanSummary } from "@/lib/schemas/stored-plan";

export type RenameDialogProps = {
  readonly plan: PlanSummary;
  readonly onRename: (name: string) => void;
  readonly onClose: () => void;
};

export function RenameDialog({ plan, onRename, onClose }: RenameDialogProps) {
  const rename = async (name: string) => {
    if (name !== plan.name) onRename(name);
    onClose();
    return undefined;
  };
  return (
    <NameDialog
      title={`Rename ${plan.name}`}
      name={plan.name}
      submitLabel="Rename"
      emptyMessage="The name is empty. Give the plan a name."
      maxLength={80}
      onSubmit={rename}
      onClose={onClose}
    />
  );
}
