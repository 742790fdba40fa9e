"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { InferenceWorkload } from "@/lib/schemas/workload";
import { hasThroughputOf } from "@/lib/views/benchmark-import-words";
import { planWithRow, useRowForm } from "../row-form";
import type { ServingOption } from "./benchmark-use";

const BenchmarkDialog = dynamic(
  () => import("./benchmark-dialog").then((module) => module.BenchmarkDialog),
  { ssr: false },
);

/** A benchmark of one's own as the throughput for this workload, in the form at once; undo takes it out again. */
export function ThroughputBenchmark({ workload }: { readonly workload: InferenceWorkload }) {
  const { form, plan, rows } = useRowForm();
  const toast = useToast();
  const [importing, setImporting] = useState(false);
  const set = (throughput: ServingOption["throughput"]) =>
    form.setValue("throughput", structuredClone(throughput), { shouldDirty: true });
  const use = (option: ServingOption, fileName: string) => {
    const before = structuredClone(form.getValues("throughput"));
    set(option.throughput);
    setImporting(false);
    toast.show({ text: hasThroughputOf(option.name, fileName), undo: () => set(before) });
  };
  return (
    <>
      <Button size="small" aria-haspopup="dialog" onClick={() => setImporting(true)}>
        Import a benchmark
      </Button>
      {importing && (
        <BenchmarkDialog
          plan={planWithRow(plan, rows, form.getValues())}
          place={{ optionId: form.getValues("id"), workloadId: workload.id }}
          busy={false}
          onClose={() => setImporting(false)}
          onUse={use}
        />
      )}
    </>
  );
}
