"use client";

import dynamic from "next/dynamic";
import { useMemo, useRef } from "react";
import { SaveMenu } from "@/components/charts/save-menu";
import type { TableToolsProps } from "@/components/tables/table-tools";
import { type ArrangementState, useArrangement } from "@/components/tables/use-arrangement";
import { Skeleton } from "@/components/ui/skeleton";
import { arrangedTable } from "@/lib/views/arrange";
import { monthlyBasis, monthlyTable } from "@/lib/views/monthly-table";
import { useLiveState } from "./use-live-state";
import { useNear } from "./use-near";
import { useOpenFigure } from "./use-open-figure";
import { ViewSwitch } from "./view-switch";
import type { WorkspaceState } from "./workspace-store";

const height = 440;
const heightWithTools = height + 44;

const DataTable = dynamic(
  () => import("@/components/tables/data-table").then((module) => module.DataTable),
  { ssr: false, loading: () => <Skeleton className="h-full" /> },
);

const TableTools = dynamic<TableToolsProps>(
  () => import("@/components/tables/table-tools").then((module) => module.TableTools),
  { ssr: false, loading: () => <Skeleton className="h-8" /> },
);

/** What each option costs month by month, inference against training. */
export function MonthlyCard() {
  const place = useRef<HTMLElement>(null);
  const near = useNear(place);
  const state = useLiveState(place);
  const arranged = useArrangement();
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
        <SaveMenu
          planName={state.plan.name}
          table={() => arrangedTable(monthlyTable(state), arranged.arrangement)}
        />
      </header>
      <div style={{ minHeight: heightWithTools }}>
        {near && <MonthlyTable state={state} arranged={arranged} />}
      </div>
    </section>
  );
}

type MonthlyTableProps = { readonly state: WorkspaceState; readonly arranged: ArrangementState };

function MonthlyTable({ state, arranged }: MonthlyTableProps) {
  const open = useOpenFigure();
  const { arrangement, arrange } = arranged;
  const whole = useMemo(() => monthlyTable(state), [state]);
  const table = useMemo(() => arrangedTable(whole, arrangement), [whole, arrangement]);
  return (
    <div className="grid gap-3">
      <TableTools
        tableId="monthly-cost"
        columns={whole.columns}
        state={arranged}
        findLabel="Find a month"
        canReorder
      />
      {table.rows.length > 0 ? (
        <DataTable
          view={table}
          onOpen={open}
          maxHeight={height}
          sorting={[...arrangement.sort]}
          onSortingChange={(sort) => arrange({ sort })}
        />
      ) : (
        <p className="py-7 text-center text-ink-2 text-sm">
          No month has “{arrangement.find}” in its name.{" "}
          <button type="button" className="link min-h-6" onClick={() => arrange({ find: "" })}>
            Clear it
          </button>
        </p>
      )}
    </div>
  );
}
