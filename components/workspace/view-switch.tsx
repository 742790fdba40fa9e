"use client";

import { memo } from "react";
import { Segmented } from "@/components/ui/segmented";
import { useWorkspaceStore, useWorkspaceValue } from "./workspace-context";

const options = [
  { value: "cash", label: "Cash" },
  { value: "accrual", label: "Accrual" },
] as const;

/** When it is paid, or when it is consumed. */
export const ViewSwitch = memo(function ViewSwitch() {
  const store = useWorkspaceStore();
  const view = useWorkspaceValue((state) => state.view);
  return (
    <Segmented
      label="Money counts when it is"
      value={view}
      onValueChange={store.setView}
      options={options}
    />
  );
});
