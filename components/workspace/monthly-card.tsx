"use client";

import dynamic from "next/dynamic";
import { useMemo, useRef } from "react";
import { SaveMenu } from "@/components/charts/save-menu";
import { Skeleton } from "@/components/ui/skeleton";
import { monthlyBasis, monthlyTable } from "@/lib/views/monthly-table";
import { useLiveState } from "./use-live-state";
import { useNear } from "./use-near";
import { useOpenFigure } from "./use-open-figure";
import { ViewSwitch } from "./view-switch";
import type { WorkspaceState } from "./workspace-store";

const height = 440;

const DataTable = dynamic(
  () => import("@/components/tables/data-table").then((module) => module.DataTable),
  { ssr: false, loading: () => <Skeleton className="h-full" /> },
);

/** What each option costs month by month, inference against training. */
export function MonthlyCard() {
  const place = useRef<HTMLElement>(null);
  const near = useNear(place);
  const state = useLiveState(place);
  if (state.projection.ranking.length === 0) return null;
  return (
    <section
      ref={place}
      aria-labelledby="month-by-month"
      className="card min-w-0 px-4 py-4 md:px-5"
    >
      <header className="mb-3 flex flex-wrap items-start gap-2">
        <div className="min-w-0 flex-1 sm:min-w-56">
          <h2 id="month-by-month" className="text-base">
            Month by month
          </h2>
          <p className="mt-0.5 text-ink-3 text-xs">{monthlyBasis(state)}</p>
        </div>
        <div className="max-sm:order-last max-sm:basis-full">
          <ViewSwitch />
        </div>
        <SaveMenu planName={state.plan.name} table={() => monthlyTable(state)} />
      </header>
      <div style={{ minHeight: height }}>{near && <MonthlyTable state={state} />}</div>
    </section>
  );
}

function MonthlyTable({ state }: { readonly state: WorkspaceState }) {
  const open = useOpenFigure();
  const table = useMemo(() => monthlyTable(state), [state]);
  return <DataTable view={table} onOpen={open} maxHeight={height} />;
}
