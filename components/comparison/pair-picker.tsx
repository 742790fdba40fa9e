"use client";

import { Select } from "@/components/ui/select";
import type { ComparisonColumn } from "@/lib/views/comparison/types";

type PairPickerProps = {
  readonly columns: readonly ComparisonColumn[];
  readonly pair: readonly string[];
  readonly onChange: (pair: string[]) => void;
};

/** Which two columns a narrow page shows, where there are more. */
export function PairPicker({ columns, pair, onChange }: PairPickerProps) {
  const options = columns.map(({ optionId, name }) => ({ value: optionId, label: name }));
  const [left = "", right = ""] = pair;
  if (columns.length <= pair.length) return null;
  return (
    <div className="grid grid-cols-2 gap-2 lg:hidden">
      <Select
        aria-label="Left column"
        value={left}
        onValueChange={(value) => onChange([value, value === right ? left : right])}
        options={options}
      />
      <Select
        aria-label="Right column"
        value={right}
        onValueChange={(value) => onChange([value === left ? right : left, value])}
        options={options}
      />
    </div>
  );
}

/** The two that were chosen, else the first two; what is not there any more is nobody. */
export function shownPair(
  columns: readonly ComparisonColumn[],
  chosen: readonly string[],
): readonly string[] {
  const ids = columns.map(({ optionId }) => optionId);
  const kept = [...new Set(chosen)].filter((id) => ids.includes(id));
  return [...kept, ...ids.filter((id) => !kept.includes(id))].slice(0, 2);
}
