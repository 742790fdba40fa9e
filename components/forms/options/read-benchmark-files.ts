import { refuse, tooLarge } from "@/lib/importers/benchmark/benchmark-refusals";
import { readBenchmarks } from "@/lib/importers/benchmark/read-benchmark";
import { type BenchmarkFile, benchmarkFileLimitBytes } from "@/lib/schemas/benchmark-run";
import { withCeilings } from "@/lib/views/benchmark-ceiling";

export async function readBenchmarkFiles(files: readonly File[]): Promise<BenchmarkFile> {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (bytes > benchmarkFileLimitBytes) return refuse(tooLarge(bytes));
  const today = new Date().toISOString().slice(0, 10);
  const texts = await Promise.all(files.map((file) => file.text()));
  return withCeilings(readBenchmarks(texts, today));
}
