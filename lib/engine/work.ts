import type { Throughput } from "@/lib/schemas/throughput";
import { frontRate } from "./front-rate";
import { leverFactors } from "./levers";
import type { InferenceLoad } from "./load";
import { at, series } from "./series";
import type { Reader, Source } from "./trace";
import type { Series } from "./types";
import { monthsPerYear } from "./units";

/**
 * Work of a workload in replica-seconds a month. Split profile: uncached input / prefill rate +
 * output / decode rate. Combined profile and measured front: output / rate, the prefill being inside it. All rates
 * grow with the software speed-up, (1 + s)^(t / 12), and with their levers. Cached input takes no time.
 * docs/model.md, "Work".
 */
export function replicaSeconds(
  read: Reader,
  load: InferenceLoad,
  { path, row }: Source<Throughput>,
): Series {
  const seconds = secondsAtFirst(read, load, { path, row });
  const speedUp = read.optional({ path, row }, "speedUpPerYearFraction", 0);
  const levered = leverFactors(read, { path, row }, seconds.length);
  if (speedUp === 0 && levered === null) return seconds;
  return seconds.map(
    (work, month) =>
      work /
      ((1 + speedUp) ** (month / monthsPerYear) * (levered === null ? 1 : at(levered, month))),
  );
}

/** At the rates of month 1. */
function secondsAtFirst(
  read: Reader,
  load: InferenceLoad,
  { path, row }: Source<Throughput>,
): Series {
  const output = read.traced(load.outputTokens);
  if (row.basis !== "split") {
    const rate =
      row.basis === "front"
        ? frontRate(read, load.workload, { path, row })
        : read.figure({ path, row }, "outputTokensPerSecond");
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
