"use client";

import dynamic from "next/dynamic";
import { useMemo } from "react";
import { SaveMenu } from "@/components/charts/save-menu";
import { Skeleton } from "@/components/ui/skeleton";
import { monthlyTable } from "@/lib/views/monthly-table";
import { useRestedState } from "./use-live-state";
import { useOpenFigure } from "./use-open-figure";
import { ViewSwitch } from "./view-switch";

const DataTable = dynamic(
  () => import("@/components/tables/data-table").then((module) => module.DataTable),
  { ssr: false, loading: () => <Skeleton className="h-96" /> },
);

const restMs = 150;

/** Month by month, inference against training: too many cells to follow a drag, so it follows the rest. */
export function MonthlyCard() {
  const { state, current } = useRestedState(restMs);
  const { open } = useOpenFigure();
  const table = useMemo(() => monthlyTable(state), [state]);
  if (table.columns.length < 2) return null;
  return (
    <section aria-labelledby="month-by-month" className="card min-w-0 px-4 py-4 md:px-5">
      <header className="mb-3 flex flex-wrap items-start gap-2">
        <div className="min-w-56 flex-1">
          <h2 id="month-by-month" className="text-base">
            Month by month
          </h2>
          <p className="mt-0.5 text-ink-3 text-xs">
            {table.caption}. A figure opens into its lines.
          </p>
        </div>
        <ViewSwitch />
        <SaveMenu planName={state.plan.name} table={() => table} />
      </header>
      <div className={current ? undefined : "opacity-60"}>
        <DataTable view={table} onOpen={open} maxHeight={440} />
      </div>
    </section>
  );
}
