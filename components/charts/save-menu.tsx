"use client";

import { Download } from "lucide-react";
import { memo } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, type MenuItem } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import { useScenarioNames } from "@/components/workspace/workspace-context";
import { tableToCsv, tableToTsv } from "@/lib/views/table-csv";
import type { TableView } from "@/lib/views/types";
import { fileName, saveFile } from "./save-file";

export type SaveMenuProps = {
  readonly planName: string;
  /** Made when it is saved. */
  readonly table: () => TableView;
  readonly picture?: (() => Promise<Blob>) | undefined;
};

/** The numbers as CSV or on the clipboard, the drawing as a picture. */
export const SaveMenu = memo(function SaveMenu({ planName, table, picture }: SaveMenuProps) {
  const toast = useToast();
  const scenario = useScenarioNames();
  const nameOf = ({ about, id }: TableView, extension: string) =>
    fileName([planName, ...scenario(), about, id], extension);
  const items: MenuItem[] = [
    {
      label: "Save as CSV",
      onSelect: () => {
        const view = table();
        // The mark tells spreadsheets that the text is UTF-8.
        const content = new Blob(["\ufeff", tableToCsv(view)], { type: "text/csv;charset=utf-8" });
        saveFile(nameOf(view, "csv"), content);
      },
    },
    {
      label: "Copy table",
      onSelect: async () => {
        try {
          await navigator.clipboard.writeText(tableToTsv(table()));
          toast.show({ text: "Table copied" });
        } catch {
          toast.show({
            text: "Not copied: the browser gave no access to the clipboard. Save as CSV instead.",
          });
        }
      },
    },
    ...(picture
      ? [
          {
            label: "Save picture",
            onSelect: async () => saveFile(nameOf(table(), "png"), await picture()),
          },
        ]
      : []),
  ];
  return (
    <Menu
      label="Save or copy"
      items={items}
      trigger={(props) => (
        <IconButton label="Save or copy" icon={<Download aria-hidden size={16} />} {...props} />
      )}
    />
  );
});
