"use client";

import dynamic from "next/dynamic";
import { AnalysisCard } from "@/components/sensitivity/analysis-card";
import { itself } from "@/components/sensitivity/use-pair";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import type { WorkspaceState } from "@/components/workspace/workspace-store";
import { icebergBlock } from "@/lib/views/empty";
import { optionName } from "@/lib/views/names";
import { BusyShareCard } from "./busy-share-card";
import { IcebergDrawing } from "./iceberg-drawing";
import { type ChosenIceberg, useIceberg } from "./use-iceberg";

const DataTable = dynamic(
  () => import("@/components/tables/data-table").then((module) => module.DataTable),
  { ssr: false, loading: () => <Skeleton className="h-40" /> },
);

/** A price of the hour above the waterline, what makes tokens of it below; and the division in full. */
export function IcebergCard({ state }: { readonly state: WorkspaceState }) {
  const found = useIceberg(state);
  const { plan } = state;
  const view = found?.view;
  if (!found || !view) {
    return (
      <section className="card grid gap-3 px-5 py-4">
        <p className="text-ink-2">{icebergBlock(found !== null)}</p>
        {found && (
          <div className="flex flex-wrap gap-2">
            <Choices found={found} plan={plan} />
          </div>
        )}
      </section>
    );
  }
  return (
    <>
      <AnalysisCard
        id={view.id}
        planName={plan.name}
        title={view.title}
        basis={view.basis}
        note={view.note}
        table={view.table}
        controls={<Choices found={found} plan={plan} />}
      >
        <IcebergDrawing view={view} />
      </AnalysisCard>
      <BusyShareCard view={view.busyShare} onChange={(busy) => void found.choose({ busy })} />
      <section aria-labelledby="division" className="card min-w-0 px-4 py-4 md:px-5">
        <h2 id="division" className="mb-3 text-base">
          {view.division.title}
        </h2>
        <DataTable view={view.division.table} maxHeight={null} />
        {view.division.notes.map(({ id, name, text }) => (
          <p key={id} className="mt-3 max-w-prose whitespace-pre-line text-ink-2 text-sm">
            <span className="font-label text-ink">{name}: </span>
            {text}
          </p>
        ))}
      </section>
    </>
  );
}

function Choices({
  found,
  plan,
}: {
  readonly found: ChosenIceberg;
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
