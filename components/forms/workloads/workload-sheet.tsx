"use client";

import { saveWorkloadAction } from "@/app/(product)/(app)/plans/actions";
import { checkWorkload } from "@/lib/schemas/check";
import type { Plan } from "@/lib/schemas/plan";
import type { Workload } from "@/lib/schemas/workload";
import { RowSheet, type RowSheetFrame } from "../row-sheet";
import type { StoredRow } from "../use-row-editor";
import { WorkloadFields } from "./workload-fields";

const titles = { inference: "New inference workload", training: "New training workload" };

export function WorkloadSheet(
  props: RowSheetFrame & {
    readonly plan: Plan;
    readonly workload: Workload;
    readonly stored: StoredRow | undefined;
  },
) {
  const { workload, stored } = props;
  return (
    <RowSheet
      {...props}
      rows="workloads"
      opened={workload}
      check={checkWorkload}
      send={saveWorkloadAction}
      title={stored ? workload.name : titles[workload.kind]}
      description={
        workload.kind === "inference"
          ? "What is asked of a model, month by month."
          : "Runs in accelerator-hours of the plan’s reference accelerator."
      }
    >
      <WorkloadFields kind={workload.kind} />
    </RowSheet>
  );
}
