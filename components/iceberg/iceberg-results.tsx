"use client";

import { RestedResults } from "@/components/workspace/rested-results";
import { IcebergCard } from "./iceberg-card";

const restMs = 60;

/** What lies below the price of the hour. */
export function IcebergResults() {
  return <RestedResults restMs={restMs}>{(state) => <IcebergCard state={state} />}</RestedResults>;
}
