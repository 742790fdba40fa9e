"use client";

import { Select } from "@/components/ui/select";
import { optionName } from "@/lib/views/names";
import { useWorkspaceValue } from "./workspace-context";
import type { WorkspaceState } from "./workspace-store";

/** The option that was asked for, or the one that costs least while it cannot be shown. */
export function shownOption({ projection: { ranking } }: WorkspaceState, chosen: string | null) {
  return chosen && ranking.includes(chosen) ? chosen : ranking[0];
}

/** Which option a card is about, of those that have a rank. */
export function OptionSelect({
  chosen,
  onChoose,
}: {
  readonly chosen: string | null;
  readonly onChoose: (optionId: string) => void;
}) {
  const plan = useWorkspaceValue((state) => state.stored.plan);
  const shown = useWorkspaceValue((state) => shownOption(state, chosen));
  const ranked = useWorkspaceValue((state) => state.projection.ranking.join(" ")).split(" ");
  const options = plan.options
    .filter(({ id }) => ranked.includes(id))
    .map(({ id }) => ({ value: id, label: optionName(plan, id) }));
  return (
    <Select
      aria-label="Option"
      small
      value={shown ?? ""}
      onValueChange={onChoose}
      options={options}
    />
  );
}
