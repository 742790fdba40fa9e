"use client";

import type { ReactNode } from "react";
import { ResultsGate } from "./results-gate";
import { ResultsLayout } from "./results-layout";
import { useRestedState } from "./use-live-state";
import type { WorkspaceState } from "./workspace-store";

type Props = {
  readonly restMs: number;
  readonly children: (state: WorkspaceState) => ReactNode;
};

/** Cards that wait until the hand rests, pale while they are behind. */
export function RestedResults(props: Props) {
  return (
    <ResultsGate>
      <ResultsLayout>
        <Cards {...props} />
      </ResultsLayout>
    </ResultsGate>
  );
}

function Cards({ restMs, children }: Props) {
  const { state, current } = useRestedState(restMs);
  return (
    <div className={current ? "grid min-w-0 gap-4" : "grid min-w-0 gap-4 opacity-60"}>
      {children(state)}
    </div>
  );
}
