import { describe, expect, it } from "vitest";
import { findAccelerator } from "@/lib/catalog/accelerator-speeds";
import { findArchitecture } from "@/lib/catalog/model-architectures";
import { estimateThroughput } from "./estimate-throughput";
import type { NumberFormat } from "./types";

// Best closed offline results of MLPerf Inference v5.1 and v6.0, output tokens/s, by accelerator. Divided by
// us, so no official MLPerf metric. Mean lengths of the data sets: 294 in, 295 out and 778 in, 73 out.
const llama2 = { model: "llama-2-70b", inputTokens: 294, outputTokens: 295 };
const llama8 = { model: "llama-3.1-8b", inputTokens: 778, outputTokens: 73 };

describe("machines that the parameters were not fitted on", () => {
  it.each<[string, typeof llama2, NumberFormat, concurrency: number, measured: number]>([
    ["b300_sxm", llama2, "fp4", 1024, 115_730 / 8],
    ["mi300x", llama2, "fp8", 512, 27_854 / 8],
    ["mi325x", llama2, "fp8", 768, 34_555 / 8],
    ["mi355x", llama2, "fp4", 1024, 103_480 / 8],
    ["l40s", llama8, "fp8", 128, 1642],
    ["rtx_pro_6000", llama2, "fp4", 512, 29_908 / 8],
    ["rtx_pro_6000", llama8, "fp4", 512, 49_580 / 8],
    ["b300_sxm", llama8, "fp4", 1024, 166_745 / 8],
  ])("%s gives about what it gave in MLPerf", (name, asked, format, concurrency, measured) => {
    const model = findArchitecture(asked.model)?.figures;
    const accelerator = findAccelerator(name)?.figures;
    if (!model || !accelerator) throw new Error("The catalog lacks it.");
    const found = estimateThroughput({
      ...asked,
      model,
      accelerator,
      acceleratorsPerReplica: 1,
      attention: "tensor",
      weights: format,
      expertWeights: format,
      concurrency,
      prefill: "together",
    });
    const rate = found.kind === "estimate" ? found.outputTokensPerSecond : Number.NaN;
    expect(Math.abs(rate / measured - 1)).toBeLessThan(0.4);
  });
});
