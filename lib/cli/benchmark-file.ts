import { tooLarge } from "@/lib/importers/benchmark/benchmark-refusals";
import { readBenchmark } from "@/lib/importers/benchmark/read-benchmark";
import { benchmarkFileLimitBytes } from "@/lib/schemas/benchmark-run";
import { withCeilings } from "@/lib/views/benchmark-ceiling";
import { benchmarkCounts } from "@/lib/views/benchmark-words";
import { benchmarkReport } from "./benchmark-report";
import { readBytes } from "./read-bytes";
import { Refused } from "./refused";

/** What of a benchmark file can be used, as text or JSON; refused where no point can. */
export function benchmarkFile(
  { path, json }: { readonly path: string; readonly json: boolean },
  folder: string,
): string {
  const refusal = (bytes: number) => {
    if (bytes <= benchmarkFileLimitBytes) return null;
    const { reason, mend } = tooLarge(bytes);
    return `${reason} ${mend}`;
  };
  const text = new TextDecoder().decode(readBytes(path, folder, refusal));
  const today = new Date().toISOString().slice(0, 10);
  const file = withCeilings(readBenchmark(text, today));
  const words = json ? `${JSON.stringify(file, null, 2)}\n` : benchmarkReport(file);
  if (benchmarkCounts(file).accepted > 0) return words;
  throw new Refused(1, `${path}: no point can be used as it is.\n${words}`);
}
