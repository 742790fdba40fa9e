"use client";

import { parseAsString, useQueryStates } from "nuqs";
import { shownOption } from "@/components/workspace/option-select";
import type { WorkspaceState } from "@/components/workspace/workspace-store";

export const itself = "itself";

/** The option that an analysis is about and the one it is held against, in the address. */
export function usePair(state: WorkspaceState) {
  const [chosen, choose] = useQueryStates({ option: parseAsString, against: parseAsString });
  const { ranking } = state.projection;
  const optionId = shownOption(state, chosen.option);
  const others = ranking.filter((id) => id !== optionId);
  const againstId = others.find((id) => id === chosen.against) ?? others[0] ?? null;
  return { optionId, againstId, others, alone: chosen.against === itself, choose };
}
