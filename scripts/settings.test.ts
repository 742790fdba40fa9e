import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { checkout } from "./data-folder";

it("a start with three wrong settings says three lines, ends with 1 and touches nothing", () => {
  const folder = mkdtempSync(join(tmpdir(), "loadline-settings-"));
  const data = join(folder, "data");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "--disable-warning=ExperimentalWarning", "scripts/start.ts"],
    {
      cwd: checkout,
      encoding: "utf8",
      env: {
        ...process.env,
        LOADLINE_DATA: data,
        PORT: "eighty",
        LOADLINE_SAMPLE: "on",
        NEXTAUTH_SECRET: "hunter2",
      },
    },
  );
  const lines = (stdout + stderr).split("\n").filter(Boolean);
  expect(lines.map((line) => line.split(" is ")[0])).toEqual([
    "PORT",
    "LOADLINE_SAMPLE",
    "NEXTAUTH_SECRET",
  ]);
  expect(stderr).not.toContain("hunter2");
  expect(status).toBe(1);
  expect(existsSync(data)).toBe(false);
  rmSync(folder, { recursive: true, force: true });
});
