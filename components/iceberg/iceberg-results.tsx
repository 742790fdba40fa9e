"use client";

import { ResultsGate } from "@/components/workspace/results-gate";
import { ResultsLayout } from "@/components/workspace/results-layout";
import { useRestedState } from "@/components/workspace/use-live-state";
import { IcebergCard } from "./iceberg-card";

const restMs = 60;

/** What lies below the price of the hour. */
export function IcebergResults() {
  return (
    <ResultsGate>
      <ResultsLayout>
        <Cards />
      </ResultsLayout>
    </ResultsGate>
  );
}

function Cards() {
  const { state, current } = useRestedState(restMs);
  return (
    <div className={current ? "grid min-w-0 gap-4" : "grid min-w-0 gap-4 opacity-60"}>
      <IcebergCard state={state} />
    </div>
  );
}
