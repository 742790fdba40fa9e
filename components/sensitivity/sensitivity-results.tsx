"use client";

import { ResultsGate } from "@/components/workspace/results-gate";
import { ResultsLayout } from "@/components/workspace/results-layout";
import { useRestedState } from "@/components/workspace/use-live-state";
import { sensitivityBlock } from "@/lib/views/empty";
import { BridgeCard } from "./bridge-card";
import { EndsCard } from "./ends-card";
import { MapCard } from "./map-card";
import { MindCard } from "./mind-card";
import { ThresholdsCard } from "./thresholds-card";
import { TornadoCard } from "./tornado-card";

const restMs = 200;

/** How sure the answer is. All of it waits until the hand rests and is computed beside the page. */
export function SensitivityResults() {
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
  const { ranking } = state.projection;
  const block = sensitivityBlock(state.projection);
  return (
    <div className={current ? "grid min-w-0 gap-4" : "grid min-w-0 gap-4 opacity-60"}>
      {block && <p className="card px-5 py-4 text-ink-2">{block}</p>}
      {ranking.length > 0 && (
        <>
          <MindCard state={state} />
          <TornadoCard state={state} />
          <MapCard state={state} />
          <ThresholdsCard state={state} />
          <EndsCard state={state} />
          <BridgeCard state={state} />
        </>
      )}
    </div>
  );
}
