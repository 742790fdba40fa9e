"use client";

import { CumulativeCard } from "./cumulative-card";
import { InferenceShareCard } from "./inference-share-card";
import { MonthlyCard } from "./monthly-card";
import { ResultsGate } from "./results-gate";
import { ResultsLayout } from "./results-layout";
import { SpendCard } from "./spend-card";
import { TokenCostCard } from "./token-cost-card";

export function ProjectionResults() {
  return (
    <ResultsGate>
      <ResultsLayout>
        <CumulativeCard />
        <div className="grid min-w-0 gap-4 lg:grid-cols-2">
          <SpendCard />
          <TokenCostCard />
        </div>
        <InferenceShareCard />
        <MonthlyCard />
      </ResultsLayout>
    </ResultsGate>
  );
}
