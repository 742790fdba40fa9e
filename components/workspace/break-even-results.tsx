"use client";

import { breakEvenBlock } from "@/lib/views/empty";
import { ResultsGate } from "./results-gate";
import { ResultsLayout } from "./results-layout";
import { ReturnsCard } from "./returns-card";
import { TimelineCard } from "./timeline-card";
import { VolumeCard } from "./volume-card";
import { WalkAwayCard } from "./walk-away-card";
import { useWorkspaceValue } from "./workspace-context";

export function BreakEvenResults() {
  const projection = useWorkspaceValue((state) => state.projection);
  const block = breakEvenBlock(projection);
  return (
    <ResultsGate>
      <ResultsLayout side={<WalkAwayCard />}>
        {block && <p className="card px-5 py-4 text-ink-2">{block}</p>}
        <TimelineCard />
        <ReturnsCard />
        <VolumeCard />
      </ResultsLayout>
    </ResultsGate>
  );
}
