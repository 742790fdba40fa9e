"use client";

import dynamic from "next/dynamic";
import { parseAsString, useQueryState } from "nuqs";
import { useMemo, useRef } from "react";
import { SaveMenu } from "@/components/charts/save-menu";
import { Skeleton } from "@/components/ui/skeleton";
import { budgetYears } from "@/lib/views/budget";
import { budgetTable } from "@/lib/views/budget-table";
import { optionName } from "@/lib/views/names";
import { shownOption } from "./option-select";
import { useLiveState } from "./use-live-state";
import { useOpenFigure } from "./use-open-figure";

const DataTable = dynamic(
  () => import("@/components/tables/data-table").then((module) => module.DataTable),
  { ssr: false, loading: () => <Skeleton className="h-56" /> },
);

/** Budget, cash, accrual and difference of each fiscal year; a figure opens into its lines. */
export function BudgetTableCard() {
  const place = useRef<HTMLElement>(null);
  const state = useLiveState(place);
  const [chosen] = useQueryState("option", parseAsString);
  const open = useOpenFigure();
  const optionId = shownOption(state, chosen);
  const table = useMemo(() => {
    const years = optionId === undefined ? null : budgetYears(state, optionId);
    return optionId === undefined || !years ? null : budgetTable(state, optionId, years);
  }, [state, optionId]);
  if (!table || optionId === undefined) return null;
  return (
    <section
      ref={place}
      aria-labelledby="by-fiscal-year"
      className="card min-w-0 px-4 py-4 md:px-5"
    >
      <header className="mb-3 flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <h2 id="by-fiscal-year" className="text-base">
            By fiscal year
          </h2>
          <p className="mt-0.5 text-ink-3 text-xs">
            {optionName(state.plan, optionId)}. The difference is the plan less the budget, in what
            the budget counts. A figure opens into its lines.
          </p>
        </div>
        <SaveMenu planName={state.plan.name} table={() => table} />
      </header>
      <DataTable view={table} onOpen={open} />
    </section>
  );
}
