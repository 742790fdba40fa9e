"use client";

import { RestedResults } from "@/components/workspace/rested-results";
import type { WorkspaceState } from "@/components/workspace/workspace-store";
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
  return <RestedResults restMs={restMs}>{(state) => <Cards state={state} />}</RestedResults>;
}

function Cards({ state }: { readonly state: WorkspaceState }) {
  const { ranking } = state.projection;
  const block = sensitivityBlock(state.projection);
  return (
    <>
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
    </>
  );
}
