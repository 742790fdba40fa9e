import type { AcceleratorSpeed } from "@/lib/schemas/accelerator-speed";
import { flopsPerTeraflop } from "../units";
import type { Deployment, NumberFormat } from "./types";

/** Four-bit formats carry a scale of 8 bits for each 16 numbers (NVFP4; MXFP4 and int4 are close). */
export const bytesPerNumber: Record<NumberFormat, number> = {
  bf16: 2,
  fp8: 1,
  int8: 1,
  fp4: 0.5 + 1 / 16,
  int4: 0.5 + 1 / 16,
};

/**
 * Format of what is not an expert. Four-bit releases of mixtures of experts pack the experts and
 * leave attention at 16 bits (gpt-oss, Kimi K2.5 and NVIDIA's NVFP4 releases say so in their
 * configurations); those of dense models pack everything.
 */
export function sharedFormat({ model, weights, expertWeights }: Deployment): NumberFormat {
  const packedExperts = model.experts !== undefined && bytesPerNumber[expertWeights] < 1;
  return packedExperts ? "bf16" : weights;
}

/** The cache is kept in 8 bits beside weights of 8 bits or fewer, else in 16. */
export const cacheBytesPerNumber = ({ model, weights, expertWeights }: Deployment): number =>
  bytesPerNumber[model.experts === undefined ? weights : expertWeights] <= 1 ? 1 : 2;

function native(format: NumberFormat, accelerator: AcceleratorSpeed): number | null {
  if (format === "fp4") return accelerator.fp4TeraflopsPerSecond;
  if (format === "fp8" || format === "int8") return accelerator.fp8TeraflopsPerSecond;
  return format === "bf16" ? accelerator.bf16TeraflopsPerSecond : null;
}

/** Peak FLOP/s with weights of a format: its own arithmetic, else that of 16 bits. */
export const peakFlopsPerSecond = (format: NumberFormat, accelerator: AcceleratorSpeed): number =>
  (native(format, accelerator) ?? accelerator.bf16TeraflopsPerSecond) * flopsPerTeraflop;

/** Weights that the accelerator has no arithmetic for are unpacked before each use. */
export const isUnpacked = (format: NumberFormat, accelerator: AcceleratorSpeed): boolean =>
  native(format, accelerator) === null;
