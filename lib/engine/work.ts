import type { Throughput } from "@/lib/schemas/throughput";
import type { InferenceLoad } from "./load";
import { at, series } from "./series";
import type { Reader, Source } from "./trace";
import type { Series } from "./types";

/**
 * Work of a workload in replica-seconds a month. Split profile: uncached input / prefill rate +
 * output / decode rate. Combined profile: output / rate, the prefill being inside it.
 * Cached input takes no time. docs/model.md, "Work".
 */
export function replicaSeconds(
  read: Reader,
  load: InferenceLoad,
  { path, row }: Source<Throughput>,
): Series {
  const output = read.traced(load.outputTokens);
  if (row.basis === "combined") {
    const rate = read.figure({ path, row }, "outputTokensPerSecond");
    return output.map((tokens) => tokens / rate);
  }
  const input = read.traced(load.uncachedInputTokens);
  const prefillRate = read.figure({ path, row }, "prefillTokensPerSecond");
  const decodeRate = read.figure({ path, row }, "decodeTokensPerSecond");
  return series(
    output.length,
    (month) => at(input, month) / prefillRate + at(output, month) / decodeRate,
  );
}
