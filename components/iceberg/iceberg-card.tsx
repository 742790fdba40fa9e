"use client";

import dynamic from "next/dynamic";
import { parseAsInteger, parseAsString, useQueryStates } from "nuqs";
import { useMemo } from "react";
import { AnalysisCard } from "@/components/sensitivity/analysis-card";
import { itself } from "@/components/sensitivity/use-pair";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import type { WorkspaceState } from "@/components/workspace/workspace-store";
import { icebergMonths, icebergOptions, icebergView } from "@/lib/views/iceberg";
import { optionName } from "@/lib/views/names";
import { IcebergDrawing } from "./iceberg-drawing";

const DataTable = dynamic(
  () => import("@/components/tables/data-table").then((module) => module.DataTable),
  { ssr: false, loading: () => <Skeleton className="h-40" /> },
);

/** The option, what it is held against, the workload and the month that are asked for, or the first that can be shown. */
function useIceberg(state: WorkspaceState) {
  const [asked, choose] = useQueryStates({
    option: parseAsString,
    against: parseAsString,
    workload: parseAsString,
    month: parseAsInteger,
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

/** A price of the hour above the waterline, what makes tokens of it below; and the division in full. */
export function IcebergCard({ state }: { readonly state: WorkspaceState }) {
  const found = useIceberg(state);
  const { plan } = state;
  if (!found) {
    return (
      <p className="card px-5 py-4 text-ink-2">
        An iceberg is of machines: it starts with the first complete option of cloud accelerators or
        servers of one’s own that serves an inference workload.
      </p>
    );
  }
  const { view } = found;
  return (
    <>
      <AnalysisCard
        id="iceberg"
        planName={plan.name}
        title={view?.title ?? "No month to show"}
        basis={
          view?.basis ??
          "In every month a bridge serves a part of this work, nothing runs, or the hour costs nothing."
        }
        note={view?.note}
        table={view?.table ?? emptyTable}
        controls={<Choices found={found} plan={plan} />}
      >
        {view ? <IcebergDrawing view={view} /> : null}
      </AnalysisCard>
      {view && (
        <section aria-labelledby="division" className="card min-w-0 px-4 py-4 md:px-5">
          <h2 id="division" className="mb-3 text-base">
            The division, in full
          </h2>
          <DataTable view={view.division} />
        </section>
      )}
    </>
  );
}

const emptyTable = { id: "iceberg", caption: "No factors", columns: [], rows: [] };

function Choices({
  found,
  plan,
}: {
  readonly found: NonNullable<ReturnType<typeof useIceberg>>;
  readonly plan: WorkspaceState["plan"];
}) {
  const { optionIds, optionId, others, againstId, workloads, workload, months, month } = found;
  const choose = (change: Parameters<typeof found.choose>[0]) => void found.choose(change);
  return (
    <>
      <Select
        aria-label="Option"
        small
        value={optionId}
        onValueChange={(option) => choose({ option })}
        options={optionIds.map((id) => ({ value: id, label: optionName(plan, id) }))}
      />
      {others.length > 0 && (
        <Select
          aria-label="Held against"
          small
          value={againstId ?? itself}
          onValueChange={(against) => choose({ against })}
          options={[
            { value: itself, label: "alone" },
            ...others.map((id) => ({ value: id, label: `against ${optionName(plan, id)}` })),
          ]}
        />
      )}
      {workloads.length > 1 && (
        <Select
          aria-label="Workload"
          small
          value={workload.id}
          onValueChange={(value) => choose({ workload: value })}
          options={workloads.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {month && months.length > 1 && (
        <Select
          aria-label="Month"
          small
          value={month.value}
          onValueChange={(value) => choose({ month: Number(value) })}
          options={months}
        />
      )}
    </>
  );
}
