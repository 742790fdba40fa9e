"use client";

import { Select } from "@/components/ui/select";
import type { WorkspaceState } from "@/components/workspace/workspace-store";
import { optionName } from "@/lib/views/names";
import { itself, usePair } from "./use-pair";

/** Which option, and against which other; `mayBeAlone` offers the cost itself. */
export function PairSelect({
  state,
  mayBeAlone = false,
}: {
  readonly state: WorkspaceState;
  readonly mayBeAlone?: boolean;
}) {
  const { optionId, againstId, others, alone, choose } = usePair(state);
  const { plan, projection } = state;
  const named = (ids: readonly string[]) =>
    ids.map((id) => ({ value: id, label: optionName(plan, id) }));
  const against = [
    ...named(others).map(({ value, label }) => ({ value, label: `against ${label}` })),
    ...(mayBeAlone ? [{ value: itself, label: "its cost alone" }] : []),
  ];
  return (
    <>
      <Select
        aria-label="Option"
        small
        value={optionId ?? ""}
        onValueChange={(option) => void choose({ option })}
        options={named(projection.ranking)}
      />
      {others.length > 0 && (
        <Select
          aria-label="Held against"
          small
          value={mayBeAlone && alone ? itself : (againstId ?? itself)}
          onValueChange={(other) => void choose({ against: other })}
          options={against}
        />
      )}
    </>
  );
}
