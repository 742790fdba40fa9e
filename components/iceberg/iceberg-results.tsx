"use client";

import { RestedResults } from "@/components/workspace/rested-results";
import { EnergyCards } from "./energy-cards";
import { IcebergCard } from "./iceberg-card";

const restMs = 60;

/** What lies below the price of the hour, and the energy that tokens take. */
export function IcebergResults() {
  return (
    <RestedResults restMs={restMs}>
      {(state) => (
        <>
          <IcebergCard state={state} />
          <EnergyCards state={state} />
        </>
      )}
    </RestedResults>
  );
}
