"use client";

import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import {
  removeWorkloadAction,
  restoreWorkloadAction,
  saveWorkloadAction,
} from "@/app/(product)/(app)/plans/actions";
import { useCommands } from "@/components/commands/use-commands";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { useWorkspaceValue } from "@/components/workspace/workspace-context";
import { counted } from "@/lib/format";
import type { Workload } from "@/lib/schemas/workload";
import { copyName, rowIdFor } from "../row-ids";
import { RowMenu } from "../row-menu";
import { TabHead } from "../tab-head";
import { useOpenRow } from "../use-open-row";
import { usePlanOnTab } from "../use-plan-on-tab";
import { useRowActions } from "../use-row-actions";
import { blankWorkload } from "./blank-workload";
import { WorkloadCard } from "./workload-card";

const WorkloadSheet = dynamic(
  () => import("./workload-sheet").then((module) => module.WorkloadSheet),
  { ssr: false },
);

const doors = {
  save: saveWorkloadAction,
  remove: removeWorkloadAction,
  restore: restoreWorkloadAction,
};
const firstNames = { inference: "Inference", training: "Training" };

export function WorkloadsTab() {
  const { stored, plan, overlay } = usePlanOnTab();
  const demand = useWorkspaceValue((state) => state.projection.demand);
  const row = useOpenRow();
  const actions = useRowActions(stored.id, doors);
  const [draft, setDraft] = useState<Workload | null>(null);
  const ids = plan.workloads.map(({ id }) => id);
  const names = plan.workloads.map(({ name }) => name);

  const add = (kind: Workload["kind"]) => {
    const first = firstNames[kind];
    const name = names.includes(first) ? copyName(first, names) : first;
    const workload = blankWorkload(kind, rowIdFor(name, ids, kind), name);
    setDraft(workload);
    row.show(workload.id);
  };
  useCommands(stored.canEdit ? { "add-row": () => add("inference") } : {});
  const duplicate = (workload: Workload) => {
    const name = copyName(workload.name, names);
    void actions.add({ ...workload, name, id: rowIdFor(name, ids, workload.kind) });
  };
  const buttons = (
    <>
      <Button icon={<Plus aria-hidden size={16} />} onClick={() => add("training")}>
        Training
      </Button>
      <Button
        variant="primary"
        icon={<Plus aria-hidden size={16} />}
        onClick={() => add("inference")}
      >
        Inference
      </Button>
    </>
  );
  const saved = plan.workloads.find(({ id }) => id === row.open);
  const shown = saved ?? (draft?.id === row.open ? draft : undefined);
  return (
    <div className="mx-auto grid w-full max-w-[1680px] grid-cols-1 gap-4 px-4 py-5 md:px-7">
      {plan.workloads.length === 0 && stored.canEdit ? (
        <EmptyState title="What has to be served?" actions={buttons}>
          Describe a workload: how many requests a month, how many tokens each, and how it grows.
          Five figures, about two minutes. Training is entered apart, in accelerator-hours.
        </EmptyState>
      ) : (
        <TabHead
          title={counted(plan.workloads.length, "workload")}
          description="What has to be served and trained, the same for every option."
          canEdit={stored.canEdit}
          overlay={overlay}
          actions={buttons}
        />
      )}
      <ul className="grid grid-cols-1 gap-4 xl:grid-cols-2">
        {plan.workloads.map((workload) => (
          <WorkloadCard
            key={workload.id}
            workload={workload}
            demand={demand.find(({ workloadId }) => workloadId === workload.id)}
            currency={plan.currency}
            onOpen={() => row.show(workload.id)}
            menu={
              stored.canEdit && (
                <RowMenu
                  name={workload.name}
                  busy={actions.busy}
                  onEdit={() => row.show(workload.id)}
                  onDuplicate={() => duplicate(workload)}
                  onDelete={() => void actions.remove(workload.id, workload.name)}
                />
              )
            }
          />
        ))}
      </ul>
      {shown && (
        <WorkloadSheet
          key={row.open}
          planId={stored.id}
          plan={plan}
          workload={shown}
          stored={
            saved && { body: saved, version: stored.rowVersions[`workloads.${saved.id}`] ?? 0 }
          }
          readOnly={!stored.canEdit}
          field={row.field}
          asked={row.asked}
          onUnsaved={row.onUnsaved}
          onClose={row.close}
        />
      )}
    </div>
  );
}
