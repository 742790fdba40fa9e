"use client";

import { Copy, Ellipsis, Pencil, Trash2 } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";

/** What can be done with a row. */
export function RowMenu(props: {
  readonly name: string;
  readonly busy: boolean;
  readonly onEdit: () => void;
  readonly onDuplicate: () => void;
  readonly onDelete: () => void;
}) {
  const { name, busy, onEdit, onDuplicate, onDelete } = props;
  return (
    <Menu
      label={`Actions for ${name}`}
      items={[
        { label: "Edit", icon: <Pencil aria-hidden size={16} />, onSelect: onEdit },
        {
          label: "Duplicate",
          icon: <Copy aria-hidden size={16} />,
          onSelect: onDuplicate,
          disabled: busy,
        },
        { kind: "separator" },
        {
          label: "Delete",
          icon: <Trash2 aria-hidden size={16} />,
          onSelect: onDelete,
          disabled: busy,
          danger: true,
        },
      ]}
      trigger={(trigger) => (
        <IconButton
          {...trigger}
          label={`Actions for ${name}`}
          icon={<Ellipsis aria-hidden size={16} />}
        />
      )}
    />
  );
}
