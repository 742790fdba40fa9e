"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "@/components/ui/skeleton";
import { BudgetCard } from "./budget-card";
import { BudgetTableCard } from "./budget-table-card";
import { ResultsGate } from "./results-gate";
import { ResultsLayout } from "./results-layout";
import { useWorkspaceValue } from "./workspace-context";

const BudgetEditor = dynamic(
  () => import("@/components/forms/budget/budget-editor").then((module) => module.BudgetEditor),
  { loading: () => <Skeleton className="h-80" /> },
);

/** What may be spent in each fiscal year beside what the plan spends, and where it is entered. */
export function BudgetResults() {
  const stored = useWorkspaceValue((state) => state.stored);
  return (
    <ResultsGate>
      <ResultsLayout>
        <BudgetCard />
        <BudgetTableCard />
        <BudgetEditor stored={stored} />
      </ResultsLayout>
    </ResultsGate>
  );
}
