"use client";

import dynamic from "next/dynamic";
import { useMemo } from "react";
import { SaveMenu } from "@/components/charts/save-menu";
import { Skeleton } from "@/components/ui/skeleton";
import { returnsView } from "@/lib/views/returns";
import { useRestedState } from "./use-live-state";
import { useOpenFigure } from "./use-open-figure";

const DataTable = dynamic(
  () => import("@/components/tables/data-table").then((module) => module.DataTable),
  { ssr: false, loading: () => <Skeleton className="h-28" /> },
);

const restMs = 30;

/** What each option earns against the baseline; a figure opens into the cash of both. */
export function ReturnsCard() {
  const { state, current } = useRestedState(restMs);
  const open = useOpenFigure();
  const view = useMemo(() => returnsView(state), [state]);
  if (!view) return null;
  return (
    <section aria-labelledby="returns" className="card min-w-0 px-4 py-4 md:px-5">
      <header className="mb-3 flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <h2 id="returns" className="text-lg leading-[1.375rem]">
            {view.title}
          </h2>
          <p className="mt-0.5 text-ink-3 text-xs">{view.basis}</p>
        </div>
        <SaveMenu planName={state.plan.name} table={() => view.table} />
      </header>
      <div className={current ? undefined : "opacity-60"}>
        <ul className="mb-3 grid gap-1 text-sm">
          {view.sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <DataTable view={view.table} onOpen={open} />
      </div>
    </section>
  );
}
