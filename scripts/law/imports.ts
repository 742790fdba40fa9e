import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

type Violation = { from: string; to: string; rule: { name: string; severity: string } };
export type ImportReport = { modules: number; violations: string[] };

const project = fileURLToPath(new URL("../..", import.meta.url));
const cruiser = join(project, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
const folders = ["app", "components", "lib", "prisma", "scripts"];

/** Reads every import below `root` and holds it against .dependency-cruiser.cjs. */
export function checkImports(root: string): ImportReport {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      cruiser,
      "--config",
      join(project, ".dependency-cruiser.cjs"),
      "--output-type",
      "json",
      ...folders.filter((folder) => existsSync(join(root, folder))),
    ],
    { cwd: root, encoding: "utf8", maxBuffer: 256 * 1024 * 1024 },
  );
  if (!stdout.startsWith("{")) throw new Error(`dependency-cruiser gave no report: ${stderr}`);
  const { summary } = JSON.parse(stdout) as {
    summary: { totalCruised: number; violations: Violation[] };
  };
  return {
    modules: summary.totalCruised,
    violations: summary.violations
      .filter(({ rule }) => rule.severity === "error")
      .map(({ from, to, rule }) => `${rule.name}: ${from} imports ${to}`),
  };
}
