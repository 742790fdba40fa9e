import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";

let root: string;

function write(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

const packages = (version: string) => ({
  packages: {
    "": { name: "loadline" },
    "node_modules/a": { version },
    "node_modules/only-on-another-system": { version: "1.0.0", optional: true },
  },
});

function writeInstalled(version: string): void {
  const { packages: listed } = packages(version);
  const found = { "node_modules/a": listed["node_modules/a"] };
  write("node_modules/.package-lock.json", JSON.stringify({ packages: found }));
  write("node_modules/node/bin/node", "binary");
}

/** Runs the script with a program in npm's place that notes how it was called. */
function install(npm = "") {
  write(
    "npm.js",
    `const { cpSync, writeFileSync } = require("node:fs");
     writeFileSync("called", process.argv.slice(2).join(" "));
     ${npm || 'cpSync("installed", "node_modules", { recursive: true });'}`,
  );
  const { status, stderr } = spawnSync(process.execPath, ["scripts/install.mjs"], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, npm_execpath: join(root, "npm.js") },
  });
  const called = join(root, "called");
  return { status, stderr, ran: existsSync(called) ? readFileSync(called, "utf8") : null };
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "loadline-install-"));
  mkdirSync(join(root, "scripts"));
  copyFileSync(join(import.meta.dirname, "install.mjs"), join(root, "scripts/install.mjs"));
  write("package-lock.json", JSON.stringify(packages("2.0.0")));
  write(
    "installed/.package-lock.json",
    JSON.stringify({ packages: { "node_modules/a": { version: "2.0.0" } } }),
  );
  write("installed/node/bin/node", "binary");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it("installs into a fresh clone, with the scripts and packages that it needs", () => {
  const { status, ran } = install();
  expect(status).toBe(0);
  expect(ran).toMatch(
    /^ci --loglevel=error --ignore-scripts=false --include=dev --include=optional/,
  );
});

it("does nothing when everything is there", () => {
  writeInstalled("2.0.0");
  expect(install()).toMatchObject({ status: 0, ran: null });
});

it.each([
  ["the lockfile asks for another version", () => writeInstalled("1.0.0")],
  ["an install was interrupted", () => write("node_modules/a/index.js", "")],
  [
    "the packaged Node is missing",
    () => {
      writeInstalled("2.0.0");
      rmSync(join(root, "node_modules/node"), { recursive: true });
    },
  ],
  [
    "npm's list is cut off",
    () => {
      writeInstalled("2.0.0");
      write("node_modules/.package-lock.json", '{"packages": {');
    },
  ],
])("installs when %s", (_what, prepare) => {
  prepare();
  const { status, ran } = install();
  expect([status, ran?.startsWith("ci ")]).toEqual([0, true]);
});

it("says so when npm fails, and lets the next attempt run", () => {
  const { status, stderr } = install("process.exit(1);");
  expect(status).toBe(1);
  expect(stderr).toContain("The packages could not be installed");
  expect(install().status).toBe(0);
});

it("does not believe npm when packages are missing after all", () => {
  const { status, stderr } = install(" ");
  expect(status).toBe(1);
  expect(stderr).toContain("packages are missing");
});

it("refuses to install beside another install, and takes over from one that was killed", () => {
  write(".data/install-lock", String(process.pid));
  const refused = install();
  expect(refused).toMatchObject({ status: 1, ran: null });
  expect(refused.stderr).toContain(`(process ${process.pid})`);
  write(".data/install-lock", "999999999");
  expect(install().status).toBe(0);
});
