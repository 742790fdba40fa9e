"use client";

import { useWorkspaceValue } from "@/components/workspace/workspace-context";
import { counted } from "@/lib/format";

/** The plan that a tab of inputs edits: the stored one, whatever scenario is shown. */
export function usePlanOnTab() {
  const stored = useWorkspaceValue((state) => state.stored);
  const scenarioId = useWorkspaceValue((state) => state.scenarioId);
  const changes = useWorkspaceValue((state) => state.overlay.length);
  const scenario = stored.plan.scenarios.find(({ id }) => id === scenarioId);
  const notes = [
    scenario &&
      `Scenario “${scenario.name}” sets ${counted(scenario.changes.length, "input")} on top.`,
    changes > 0 && `What-if changes ${counted(changes, "input")} on top.`,
  ].filter(Boolean);
  return { stored, plan: stored.plan, overlay: notes.length > 0 ? notes.join(" ") : null };
}
