import type { BenchmarkFile, BenchmarkRemark } from "@/lib/schemas/benchmark-run";
import {
  benchmarkSummary,
  pointsInBrief,
  remarkGroups,
  runConditions,
  runName,
  suspiciousRemarks,
  unsaidText,
} from "@/lib/views/benchmark-words";

/** Runs beyond these are for --json. */
const mostRuns = 20;

/** What a benchmark file holds, as text for a terminal. */
export function benchmarkReport(file: BenchmarkFile): string {
  const { runs, refused } = file;
  const withClean = runs.filter(({ points }) => points.length > 0);
  const parts = [
    benchmarkSummary(file),
    withClean.length > 0 && ["Accepted:", ...runLines(file)].join("\n"),
    section("Suspicious, not used unless asked for:", runs.flatMap(suspiciousRemarks)),
    section("Refused:", refused),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

function runLines({ runs }: BenchmarkFile): readonly string[] {
  const withClean = runs.filter(({ points }) => points.length > 0);
  const shown = withClean.slice(0, mostRuns).flatMap((run) => {
    const unsaid = unsaidText(run);
    return [
      `  ${runName(run)}`,
      `    ${[runConditions(run), pointsInBrief(run.points)].filter(Boolean).join("; ")}`,
      ...(unsaid ? [`    ${unsaid}`] : []),
    ];
  });
  const more = withClean.length - mostRuns;
  return more > 0 ? [...shown, `  and ${more} more runs: see --json`] : shown;
}

function section(title: string, remarks: readonly BenchmarkRemark[]): string | null {
  if (remarks.length === 0) return null;
  return [title, ...remarkGroups(remarks).map(({ text }) => `  ${text}`)].join("\n");
}
