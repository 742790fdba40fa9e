import { type AcceleratorRecord, findAccelerator } from "@/lib/catalog/accelerator-speeds";
import { findArchitecture } from "@/lib/catalog/model-architectures";
import { throughputCeiling } from "@/lib/engine";
import { gigabytesText, millisecondsText, quantity } from "@/lib/format";
import type {
  BenchmarkFile,
  BenchmarkPoint,
  BenchmarkRemark,
  BenchmarkRun,
} from "@/lib/schemas/benchmark-run";
import { numberFormatOf } from "./number-formats";

/** The file, with what the machine of a run cannot have done put among the odd points. */
export function withCeilings(file: BenchmarkFile): BenchmarkFile {
  return { ...file, runs: file.runs.map(withCeiling) };
}

function withCeiling(run: BenchmarkRun): BenchmarkRun {
  const checked = [...run.points, ...run.suspicious].map((point) => {
    const remark = remarkOf(run, point);
    return remark ? { ...point, remarks: [...point.remarks, remark] } : point;
  });
  return {
    ...run,
    points: checked.filter(({ remarks }) => remarks.length === 0),
    suspicious: checked.filter(({ remarks }) => remarks.length > 0),
  };
}

/** Rounded figures and clocks above the data sheet. */
const room = 1.05;
const millisecondsPerSecond = 1000;
/** Where no length is known the shortest request is the fastest, so nothing is accused wrongly. */
const shortest = 1;

function remarkOf(run: BenchmarkRun, point: BenchmarkPoint): BenchmarkRemark | null {
  const model = findArchitecture(run.modelName ?? "");
  const accelerator = knownAccelerator(run.accelerator ?? "");
  if (!model || !accelerator || run.acceleratorsPerReplica === null) return null;
  // What nobody states may have been the smallest.
  const format = numberFormatOf(run.precision ?? "") ?? "int4";
  const found = throughputCeiling(
    {
      model: model.figures,
      accelerator: accelerator.figures,
      acceleratorsPerReplica: run.acceleratorsPerReplica,
      weights: format,
      expertWeights: format,
      inputTokens: run.inputTokens ?? shortest,
      outputTokens: Math.max(shortest, run.outputTokens ?? shortest),
    },
    point.requestsAtOnce,
  );
  const machine = `${run.acceleratorsPerReplica} × ${accelerator.label}`;
  if (found.kind === "does-not-fit")
    return {
      row: point.row,
      field: "accelerators a replica",
      value: machine,
      reason: `${model.label} does not fit: ${gigabytesText(found.weightBytesPerAccelerator)} of weights on each, with ${gigabytesText(found.usableBytesPerAccelerator)} usable.`,
      mend: "Check the number of accelerators and the precision.",
    };
  const perToken = point.timePerOutputTokenMilliseconds;
  const leastMilliseconds = found.secondsPerOutputToken * millisecondsPerSecond;
  if (perToken !== null && perToken * room < leastMilliseconds)
    return {
      row: point.row,
      field: "time per output token",
      value: millisecondsText(perToken / millisecondsPerSecond),
      reason: `Faster than the machine’s memory allows: ${machine} needs at least ${millisecondsText(found.secondsPerOutputToken)} for a step of ${model.label}.`,
      mend,
    };
  if (point.outputTokensPerSecond > found.outputTokensPerSecond * room)
    return {
      row: point.row,
      field: "output throughput",
      value: `${quantity(point.outputTokensPerSecond)} tok/s`,
      reason: `Faster than the machine allows: ${machine} gives at most ${quantity(found.outputTokensPerSecond)} tok/s of ${model.label}.`,
      mend,
    };
  return null;
}

const mend =
  "Check the number of accelerators, the precision and the units; speculative decoding and shared prompts can explain it.";

/** Files add the memory to the name: "NVIDIA B200-SXM-180GB", "AMD Instinct MI300X 192GB HBM3". */
export function knownAccelerator(name: string): AcceleratorRecord | null {
  return (
    findAccelerator(name) ??
    findAccelerator(name.replaceAll(/[\s-]*(\d+\s?GB|HBM\d\w?|aarch64)/gi, ""))
  );
}
