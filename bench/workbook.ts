import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { workerHeapMegabytes } from "@/lib/worker/heap";
import { alone, median, type Result } from "./measure";

const rounds = 3;
const child = fileURLToPath(new URL("workbook-child.ts", import.meta.url));

type Taken = { readonly bytes: number; readonly ms: number; readonly memory: number };

function taken(book: string): Taken {
  const heap = `--max-old-space-size=${workerHeapMegabytes}`;
  const node = [heap, "--import", "tsx", "--disable-warning=ExperimentalWarning", child, book];
  const { status, stdout, stderr } = spawnSync(process.execPath, node, { encoding: "utf8" });
  if (status !== 0) throw new Error(`The workbook was not written: ${stderr}`);
  return JSON.parse(stdout) as Taken;
}

const names = {
  rows: "workbook, 50,000 rows of 12 formulas",
  largest: "workbook, plan of 50 options and 120 months",
  usual: "workbook, reference plan, 60 months",
} as const;

/** A workbook with live formulas, each in a process with the worker’s heap: the memory that it takes at most, and the time. */
export async function workbook(): Promise<Result[]> {
  return (Object.keys(names) as (keyof typeof names)[]).flatMap((book) => {
    const each = Array.from({ length: rounds }, () => taken(book));
    const of = (part: keyof Taken) => median(each.map((one) => one[part]));
    return [
      alone(`${names[book]}: extra memory`, of("memory") / 1e6, "MB"),
      alone(`${names[book]}: time`, of("ms"), "ms"),
      alone(`${names[book]}: file`, of("bytes") / 1e6, "MB"),
    ];
  });
}
