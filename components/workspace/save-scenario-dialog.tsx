"use client";

import { useEffect, useState } from "react";
import { saveScenarioAction } from "@/app/(product)/(app)/plans/actions";
import { rowIdFor } from "@/components/forms/row-ids";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { useToast } from "@/components/ui/toast";
import { changesText, mergedChanges } from "@/lib/views/changes";
import { useWorkspaceStore, useWorkspaceValue } from "./workspace-context";

type Naming = { readonly name: string; readonly error?: string; readonly busy: boolean };

/** Asks for a name and keeps what the sliders changed, on top of the scenario they started from. */
export function SaveScenarioDialog({
  open,
  onOpenChange,
}: {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}) {
  const store = useWorkspaceStore();
  const toast = useToast();
  const [naming, setNaming] = useState<Naming>({ name: "", busy: false });
  const showSaved = useShowWhenStored();

  const save = async () => {
    const { stored, scenarioId, overlay } = store.get();
    const { scenarios } = stored.plan;
    const name = naming.name.trim();
    if (name === "") return setNaming({ name, busy: false, error: "Give it a name." });
    setNaming({ name, busy: true });
    const id = rowIdFor(
      name,
      scenarios.map((row) => row.id),
      "scenario",
    );
    const before = scenarios.find((row) => row.id === scenarioId)?.changes ?? [];
    const outcome = await saveScenarioAction({
      planId: stored.id,
      expectedVersion: null,
      body: { id, name, changes: mergedChanges(before, overlay) },
    }).catch(() => null);
    if (!outcome?.ok) {
      const error = outcome?.message ?? "Not saved: no connection. Nothing is lost; try again.";
      return setNaming({ name, busy: false, error });
    }
    showSaved(id);
    setNaming({ name: "", busy: false });
    onOpenChange(false);
    toast.show({ text: `Saved as ${name}` });
  };

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Save as scenario"
      description={<ChangesSummary />}
      footer={
        <>
          <Button variant="quiet" onClick={() => onOpenChange(false)}>
            Cancel
          </Button>
          <Button variant="primary" busy={naming.busy} onClick={save}>
            Save scenario
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field label="Name" error={naming.error}>
          {(control) => (
            <TextInput
              {...control}
              value={naming.name}
              maxLength={80}
              onChange={(event) => setNaming({ name: event.target.value, busy: false })}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}

function ChangesSummary() {
  const basePlan = useWorkspaceValue((state) => state.basePlan);
  const overlay = useWorkspaceValue((state) => state.overlay);
  return <>{changesText(basePlan, overlay)}</>;
}

/** The scenario is chosen once the plan that has it has arrived: until then the sliders stay. */
function useShowWhenStored() {
  const store = useWorkspaceStore();
  const stored = useWorkspaceValue((state) => state.stored);
  const [awaited, setAwaited] = useState<string | null>(null);
  useEffect(() => {
    if (awaited === null || !stored.plan.scenarios.some(({ id }) => id === awaited)) return;
    setAwaited(null);
    store.setScenario(awaited);
  }, [awaited, stored, store]);
  return setAwaited;
}
