"use client";

import dynamic from "next/dynamic";
import { parseAsString, useQueryState } from "nuqs";
import { type ReactNode, useMemo } from "react";
import { ChartCard } from "@/components/charts/chart-card";
import { SaveMenu } from "@/components/charts/save-menu";
import { useTableChoice } from "@/components/charts/use-table-choice";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { useOpenFigure } from "@/components/workspace/use-open-figure";
import type { WorkspaceState } from "@/components/workspace/workspace-store";
import { energyView } from "@/lib/views/energy";
import { efficiencyTrend, energyOfUsesChart, energyOptions } from "@/lib/views/energy-charts";
import { optionName } from "@/lib/views/names";
import type { ChartView } from "@/lib/views/types";

const DataTable = dynamic(
  () => import("@/components/tables/data-table").then((module) => module.DataTable),
  { ssr: false, loading: () => <Skeleton className="h-40" /> },
);

const chartHeight = 206;

type Props = { readonly state: WorkspaceState };

/** Energy by the token, how it moves over the plan, and inference's against training's. */
export function EnergyCards({ state }: Props) {
  return (
    <>
      <ByTheToken state={state} />
      <div className="grid min-w-0 gap-4 xl:grid-cols-2">
        <Trend state={state} />
        <Uses state={state} />
      </div>
    </>
  );
}

function ByTheToken({ state }: Props) {
  const view = useMemo(() => energyView(state), [state]);
  const open = useOpenFigure();
  if (view === null) return null;
  return (
    <section aria-labelledby={view.id} className="card min-w-0 px-4 py-4 md:px-5">
      <header className="mb-3 flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <h2 id={view.id} className="text-lg leading-[1.375rem]">
            {view.title}
          </h2>
          <p className="mt-0.5 text-ink-3 text-xs">{view.basis}</p>
        </div>
        <SaveMenu planName={state.plan.name} table={() => view.table} />
      </header>
      <DataTable view={view.table} onOpen={open} maxHeight={null} />
      <p className="mt-2 text-ink-3 text-xs">{view.note}</p>
    </section>
  );
}

function Trend({ state }: Props) {
  const view = useMemo(() => efficiencyTrend(state), [state]);
  return view && <HalfCard view={view} planName={state.plan.name} tableId="energy-efficiency" />;
}

function Uses({ state }: Props) {
  const [asked, choose] = useQueryState("energy", parseAsString);
  const ids = useMemo(() => energyOptions(state), [state]);
  const optionId = ids.find((id) => id === asked) ?? ids[0];
  const view = useMemo(
    () => (optionId === undefined ? null : energyOfUsesChart(state, optionId)),
    [state, optionId],
  );
  return (
    view && (
      <HalfCard view={view} planName={state.plan.name} tableId="energy-uses">
        {ids.length > 1 && (
          <Select
            aria-label="Energy of"
            small
            value={optionId ?? ""}
            onValueChange={(id) => void choose(id)}
            options={ids.map((id) => ({ value: id, label: optionName(state.plan, id) }))}
          />
        )}
      </HalfCard>
    )
  );
}

type HalfCardProps = {
  readonly view: ChartView;
  readonly planName: string;
  /** What the address calls the choice of its table. */
  readonly tableId: string;
  readonly children?: ReactNode;
};

/** A chart on half the width, with its table one switch away. */
function HalfCard({ view, planName, tableId, children }: HalfCardProps) {
  const shownAs = useTableChoice(tableId);
  const open = useOpenFigure();
  return (
    <ChartCard
      {...{ view, planName, shownAs }}
      height={chartHeight}
      small
      onOpen={open}
      controls={children}
    />
  );
}
