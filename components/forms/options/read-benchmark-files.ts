import { refuse, tooLarge } from "@/lib/importers/benchmark/benchmark-refusals";
import { readBenchmark } from "@/lib/importers/benchmark/read-benchmark";
import { type BenchmarkFile, benchmarkFileLimitBytes } from "@/lib/schemas/benchmark-run";
import { withCeilings } from "@/lib/views/benchmark-ceiling";

/** Several are read as one, one after the other: a sweep is often a file for each load. */
export async function readBenchmarkFiles(files: readonly File[]): Promise<BenchmarkFile> {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (bytes > benchmarkFileLimitBytes) return refuse(tooLarge(bytes));
  const today = new Date().toISOString().slice(0, 10);
  const texts = await Promise.all(files.map((file) => file.text()));
  return withCeilings(readBenchmark(texts.join("\n"), today));
}
