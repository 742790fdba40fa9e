import { findArchitecture } from "@/lib/catalog/model-architectures";
import { isFarLength, requestLengths } from "@/lib/engine";
import { numberFull } from "@/lib/format";
import type { BenchmarkRun } from "@/lib/schemas/benchmark-run";
import type { InferenceWorkload } from "@/lib/schemas/workload";
import { knownAccelerator } from "./benchmark-ceiling";

/** Whether two names mean one thing; null where one of them is not said. */
export type Fit = {
  readonly model: boolean | null;
  readonly accelerator: boolean | null;
  readonly lengths: boolean | null;
};

/** How a run fits an option's accelerator, and a workload's model and lengths. */
export function benchmarkFit(
  run: BenchmarkRun,
  accelerator: string,
  workload: InferenceWorkload,
): Fit {
  return {
    model: isSame(run.modelName, workload.modelName, (name) => findArchitecture(name)?.id),
    accelerator: isSame(run.accelerator, accelerator, (name) => knownAccelerator(name)?.id),
    lengths: isNear(run, workload),
  };
}

function isNear(run: BenchmarkRun, workload: InferenceWorkload): boolean | null {
  const asked = requestLengths(workload);
  const near = (measured: number | null, length: number | null) =>
    measured === null || length === null ? null : !isFarLength(length, measured);
  const both = [
    near(run.inputTokens, asked.inputTokens),
    near(run.outputTokens, asked.outputTokens),
  ];
  if (both.includes(false)) return false;
  return both.includes(null) ? null : true;
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
    ...(fit.lengths === false ? [lengthsText(run, workload)] : []),
  ];
}

function lengthsText(run: BenchmarkRun, workload: InferenceWorkload): string {
  const { inputTokens, outputTokens } = requestLengths(workload);
  const words = (inTokens: number | null, outTokens: number | null) =>
    [
      inTokens === null ? null : `${numberFull(Math.round(inTokens))} tokens in`,
      outTokens === null ? null : `${numberFull(Math.round(outTokens))} out`,
    ]
      .filter(Boolean)
      .join(" and ");
  return `Its requests had ${words(run.inputTokens, run.outputTokens)}; those of ${workload.name} have ${words(inputTokens, outputTokens)}.`;
}

/** The catalog's name of an accelerator where it knows it, else the file's. */
export const acceleratorLabel = (name: string): string => knownAccelerator(name)?.label ?? name;
