"use client";

import { NameDialog } from "@/components/ui/name-dialog";
import type { SavedView } from "@/lib/schemas/saved-view";
import type { SavedViews } from "./use-saved-views";

export type NameViewDialogProps = {
  readonly view: SavedView;
  readonly isNew: boolean;
  readonly onSave: SavedViews["save"];
  readonly onSaved: (view: SavedView) => void;
  readonly onClose: () => void;
};

/** Asks for the name of a view, new or not. */
export function NameViewDialog({ view, isNew, onSave, onSaved, onClose }: NameViewDialogProps) {
  const save = async (name: string) => {
    const done = isNew ? `Saved as ${name}` : `Renamed to ${name}`;
    const outcome = await onSave({ ...view, name }, done);
    if (!outcome.ok) return outcome.fields?.name ?? outcome.message;
    if (isNew) onSaved(outcome.data);
    onClose();
  };
  return (
    <NameDialog
      title={isNew ? "Save as a view" : `Rename ${view.name}`}
      description={
        isNew ? "Columns, order, sorting and filter as they are. Yours alone." : undefined
      }
      name={view.name}
      submitLabel={isNew ? "Save view" : "Rename"}
      emptyMessage="The name is empty. Give the view a name."
      maxLength={80}
      onSubmit={save}
      onClose={onClose}
    />
  );
}
