"use client";

import { Copy, Ellipsis, Pencil, Trash2 } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, type MenuItem } from "@/components/ui/menu";

/** What can be done with a row. */
export function RowMenu(props: {
  readonly name: string;
  readonly busy: boolean;
  readonly onEdit: () => void;
  readonly onDuplicate: () => void;
  readonly onDelete: () => void;
  /** What can be done beside that. */
  readonly further?: readonly MenuItem[];
}) {
  const { name, busy, onEdit, onDuplicate, onDelete, further = [] } = props;
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
        ...further,
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
