import { findArchitecture } from "@/lib/catalog/model-architectures";
import type { BenchmarkRun } from "@/lib/schemas/benchmark-run";
import type { InferenceWorkload } from "@/lib/schemas/workload";
import { knownAccelerator } from "./benchmark-ceiling";

/** Whether two names mean one thing; null where one of them is not said. */
export type Fit = { readonly model: boolean | null; readonly accelerator: boolean | null };

/** How a run fits an option's accelerator and a workload's model. */
export function benchmarkFit(
  run: Pick<BenchmarkRun, "modelName" | "accelerator">,
  accelerator: string,
  workload: Pick<InferenceWorkload, "modelName">,
): Fit {
  return {
    model: isSame(run.modelName, workload.modelName, (name) => findArchitecture(name)?.id),
    accelerator: isSame(run.accelerator, accelerator, (name) => knownAccelerator(name)?.id),
  };
}

function isSame(
  a: string | null,
  b: string,
  idOf: (name: string) => string | undefined,
): boolean | null {
  if (a === null || b.trim() === "") return null;
  if (a.trim().toLowerCase() === b.trim().toLowerCase()) return true;
  const id = idOf(a);
  return id !== undefined && id === idOf(b);
}

/** What somebody should see before a run stands for another model or machine. */
export function misfits(
  run: BenchmarkRun,
  option: { readonly name: string; readonly accelerator: string },
  workload: InferenceWorkload,
): readonly string[] {
  const fit = benchmarkFit(run, option.accelerator, workload);
  return [
    ...(fit.accelerator === false
      ? [`It ran on ${run.accelerator}; ${option.name} has ${option.accelerator}.`]
      : []),
    ...(fit.model === false
      ? [`It served ${run.modelName}; ${workload.name} asks for ${workload.modelName}.`]
      : []),
  ];
}

/** The catalog's name of an accelerator where it knows it, else the file's. */
export const acceleratorLabel = (name: string): string => knownAccelerator(name)?.label ?? name;
