"use client";

import dynamic from "next/dynamic";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useMemo, useRef } from "react";
import { ChartTableSwitch } from "@/components/charts/chart-table-switch";
import { SaveMenu } from "@/components/charts/save-menu";
import { Timeline } from "@/components/charts/timeline";
import { useTableChoice } from "@/components/charts/use-table-choice";
import { Segmented } from "@/components/ui/segmented";
import { Skeleton } from "@/components/ui/skeleton";
import { figureAt } from "@/lib/engine";
import { breakEvenTimeline } from "@/lib/views/break-even-months";
import { useLiveState } from "./use-live-state";
import { useOpenFigure } from "./use-open-figure";
import { ViewSwitch } from "./view-switch";

const DataTable = dynamic(
  () => import("@/components/tables/data-table").then((module) => module.DataTable),
  { ssr: false, loading: () => <Skeleton className="h-64" /> },
);

const discountPath = "assumptions.discountRatePerYearFraction";
const sums = parseAsStringLiteral(["plain", "discounted"]).withDefault("plain");

/** When each option has cost less than each other, plain or discounted. */
export function TimelineCard() {
  const place = useRef<HTMLDivElement>(null);
  const state = useLiveState(place);
  const open = useOpenFigure();
  const [sum, setSum] = useQueryState("sum", sums);
  const [choice, choose] = useTableChoice("break-even-months");
  const timeline = useMemo(() => {
    const rate = figureAt(state.plan, discountPath)?.value ?? null;
    return breakEvenTimeline(state, {
      view: state.view,
      discountRatePerYearFraction: sum === "discounted" ? rate : null,
    });
  }, [state, sum]);
  return (
    <div ref={place} className="min-w-0">
      {timeline && (
        <section aria-labelledby="break-even-months" className="card min-w-0 px-4 py-4 md:px-5">
          <header className="mb-3 flex flex-wrap items-start gap-x-3 gap-y-2">
            <div className="min-w-0 flex-1">
              <h2 id="break-even-months" className="text-lg leading-[1.375rem]">
                {timeline.title}
              </h2>
              <p className="mt-0.5 text-ink-3 text-xs">{timeline.basis}</p>
            </div>
            <div className="flex flex-wrap items-center gap-2 order-last basis-full">
              <ViewSwitch />
              <Segmented
                label="Sums"
                value={sum}
                onValueChange={(value) => void setSum(value)}
                options={[
                  { value: "plain", label: "Plain" },
                  { value: "discounted", label: "Discounted" },
                ]}
              />
              <ChartTableSwitch choice={choice} onChoose={choose} />
            </div>
            <SaveMenu planName={state.plan.name} table={() => timeline.table} />
          </header>
          {choice === "chart" ? (
            <Timeline view={timeline} onOpen={open} />
          ) : (
            <DataTable view={timeline.table} onOpen={open} />
          )}
        </section>
      )}
    </div>
  );
}
