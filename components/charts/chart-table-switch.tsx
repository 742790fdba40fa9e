"use client";

import { memo } from "react";
import { Segmented } from "@/components/ui/segmented";
import type { ChartOrTable } from "./use-table-choice";

const options = [
  { value: "chart", label: "Chart" },
  { value: "table", label: "Table" },
] as const;

/** The same numbers drawn or written. */
export const ChartTableSwitch = memo(function ChartTableSwitch({
  choice,
  onChoose,
}: {
  readonly choice: ChartOrTable;
  readonly onChoose: (choice: ChartOrTable) => void;
}) {
  return <Segmented label="Show as" value={choice} onValueChange={onChoose} options={options} />;
});
