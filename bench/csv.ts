import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { alone, median, type Result } from "./measure";

const rounds = 3;
const child = fileURLToPath(new URL("csv-child.ts", import.meta.url));
const name = "CSV, plan of 50 options and 120 months";

type Taken = { readonly bytes: number; readonly ms: number; readonly memory: number };

function taken(): Taken {
  const node = ["--import", "tsx", "--disable-warning=ExperimentalWarning", child];
  const { status, stdout, stderr } = spawnSync(process.execPath, node, { encoding: "utf8" });
  if (status !== 0) throw new Error(`The CSV was not written: ${stderr}`);
  return JSON.parse(stdout) as Taken;
}

/** A proposal as CSV, each in a process of its own: the memory that it takes at most, and the time. */
export async function csv(): Promise<Result[]> {
  const each = Array.from({ length: rounds }, taken);
  const of = (part: keyof Taken) => median(each.map((one) => one[part]));
  return [
    alone(`${name}: extra memory`, of("memory") / 1e6, "MB"),
    alone(`${name}: time`, of("ms"), "ms"),
    alone(`${name}: file`, of("bytes") / 1e6, "MB"),
  ];
}
