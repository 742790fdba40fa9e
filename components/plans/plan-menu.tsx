"use client";

import {
  Archive,
  ArchiveRestore,
  Copy,
  Download,
  Ellipsis,
  FolderOpen,
  LayoutTemplate,
  Pencil,
  Trash2,
} from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, type MenuItem } from "@/components/ui/menu";
import type { ListedPlan } from "@/lib/views/plan-list";
import type { PlanChanges } from "./use-plan-changes";

const size = { "aria-hidden": true, size: 14 } as const;

export type PlanMenuProps = {
  readonly plan: ListedPlan;
  readonly canEdit: boolean;
  readonly changes: PlanChanges;
  readonly onRename: (plan: ListedPlan) => void;
  readonly onSaveTemplate: (plan: ListedPlan) => void;
};

export function PlanMenu({ plan, canEdit, changes, onRename, onSaveTemplate }: PlanMenuProps) {
  const always: MenuItem[] = [
    { kind: "link", label: "Open", href: `/plans/${plan.id}`, icon: <FolderOpen {...size} /> },
    {
      kind: "link",
      label: "Download plan file",
      href: `/plans/${plan.id}/file`,
      download: true,
      icon: <Download {...size} />,
    },
  ];
  const edits: MenuItem[] = [
    { label: "Rename", icon: <Pencil {...size} />, onSelect: () => onRename(plan) },
    { label: "Duplicate", icon: <Copy {...size} />, onSelect: () => changes.duplicate(plan) },
    {
      label: "Save as template",
      icon: <LayoutTemplate {...size} />,
      onSelect: () => onSaveTemplate(plan),
    },
    plan.archived
      ? {
          label: "Take out of the archive",
          icon: <ArchiveRestore {...size} />,
          onSelect: () => changes.unarchive(plan),
        }
      : { label: "Archive", icon: <Archive {...size} />, onSelect: () => changes.archive(plan) },
    { kind: "separator" },
    {
      label: "Delete",
      danger: true,
      icon: <Trash2 {...size} />,
      onSelect: () => changes.remove(plan),
    },
  ];
  return (
    <Menu
      label={`Actions for ${plan.name}`}
      items={canEdit ? [...always, ...edits] : always}
      trigger={(props) => (
        <IconButton
          {...props}
          label={`Actions for ${plan.name}`}
          icon={<Ellipsis aria-hidden size={16} />}
        />
      )}
    />
  );
}
