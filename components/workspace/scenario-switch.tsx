"use client";

import { ChevronDown } from "lucide-react";
import { removeScenarioAction, restoreScenarioAction } from "@/app/(product)/(app)/plans/actions";
import { Button } from "@/components/ui/button";
import { Menu, type MenuItem } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import { useWorkspaceStore, useWorkspaceValue } from "./workspace-context";

const base = "";

/** Base and the saved scenarios. Choosing one lays its changes over the plan; sliders start there. */
export function ScenarioSwitch() {
  const store = useWorkspaceStore();
  const stored = useWorkspaceValue((state) => state.stored);
  const scenarioId = useWorkspaceValue((state) => state.scenarioId);
  const toast = useToast();
  const { scenarios } = stored.plan;
  const chosen = scenarios.find(({ id }) => id === scenarioId);

  const remove = async (row: { readonly planId: string; readonly rowId: string }, name: string) => {
    const outcome = await removeScenarioAction(row);
    if (!outcome.ok) return toast.show({ text: outcome.message, tone: "failure" });
    store.setScenario(null);
    toast.show({ text: `${name} deleted`, undo: () => restoreScenarioAction(row) });
  };
  const items: MenuItem[] = [
    {
      kind: "choice",
      label: "Scenario",
      closes: true,
      value: scenarioId ?? base,
      onValueChange: (value) => store.setScenario(value === base ? null : value),
      options: [
        { value: base, label: "Base" },
        ...scenarios.map(({ id, name }) => ({ value: id, label: name })),
      ],
    },
    ...(chosen && stored.canEdit
      ? ([
          { kind: "separator" },
          {
            label: `Delete ${chosen.name}`,
            danger: true,
            onSelect: () => remove({ planId: stored.id, rowId: chosen.id }, chosen.name),
          },
        ] satisfies MenuItem[])
      : []),
  ];
  return (
    <Menu
      label="Scenario"
      items={items}
      align="start"
      trigger={(props) => (
        <Button size="small" {...props}>
          Scenario: {chosen?.name ?? "Base"}
          <ChevronDown aria-hidden size={12} />
        </Button>
      )}
    />
  );
}
