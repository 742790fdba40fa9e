"use client";

import { parseAsFloat, parseAsInteger, parseAsString, useQueryStates } from "nuqs";
import { useMemo } from "react";
import type { WorkspaceState } from "@/components/workspace/workspace-store";
import { icebergMonths, icebergOptions, icebergView } from "@/lib/views/iceberg";

/** The option, what it is held against, the workload and the month that are asked for, or the first that can be shown. */
export function useIceberg(state: WorkspaceState) {
  const [asked, choose] = useQueryStates({
    option: parseAsString,
    against: parseAsString,
    workload: parseAsString,
    month: parseAsInteger,
    busy: parseAsFloat,
  });
  const { plan, projection, stored } = state;
  return useMemo(() => {
    const of = { plan, projection, planId: stored.id };
    const optionIds = icebergOptions(of);
    const optionId = optionIds.find((id) => id === asked.option) ?? optionIds[0];
    const others = optionIds.filter((id) => id !== optionId);
    const againstId = others.find((id) => id === asked.against) ?? null;
    const workloads = plan.workloads.filter(({ kind }) => kind === "inference");
    const workload = workloads.find(({ id }) => id === asked.workload) ?? workloads[0];
    if (optionId === undefined || workload === undefined) return null;
    const pair = againstId === null ? [optionId] : [optionId, againstId];
    const months = icebergMonths(of, { optionIds: pair, workloadId: workload.id });
    const month = months.find(({ value }) => Number(value) === asked.month) ?? months[0];
    const view =
      month &&
      icebergView(of, {
        optionId,
        againstId,
        workloadId: workload.id,
        month: Number(month.value) - 1,
        busyFraction: asked.busy !== null && asked.busy > 0 && asked.busy <= 1 ? asked.busy : null,
      });
    return {
      optionIds,
      optionId,
      others,
      againstId,
      workloads,
      workload,
      months,
      month,
      view,
      choose,
    };
  }, [plan, projection, stored, asked, choose]);
}

export type ChosenIceberg = NonNullable<ReturnType<typeof useIceberg>>;
