"use client";

import dynamic from "next/dynamic";
import { Button } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";
import type { Throughput } from "@/lib/schemas/throughput";
import type { InferenceWorkload } from "@/lib/schemas/workload";

// The shapes of models are large: they come when somebody asks.
const EstimateForm = dynamic(
  () => import("./estimate-form").then((module) => module.EstimateForm),
  {
    ssr: false,
  },
);

/** Fills in a throughput where nothing was measured, with its error beside it. */
export function ThroughputEstimator(props: {
  readonly workload: InferenceWorkload;
  readonly accelerator: string;
  readonly model: string;
  readonly onTake: (row: Throughput) => void;
}) {
  const { workload, accelerator, model, onTake } = props;
  return (
    <Popover
      title="Estimate a throughput"
      align="end"
      className="w-[26rem]"
      trigger={(trigger) => (
        <Button size="small" {...trigger}>
          Estimate
        </Button>
      )}
    >
      {(close) => (
        <EstimateForm
          workload={workload}
          accelerator={accelerator}
          model={model}
          onTake={(row) => {
            onTake(row);
            close();
          }}
        />
      )}
    </Popover>
  );
}
