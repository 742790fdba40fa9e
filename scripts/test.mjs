// Runs every test and ends with "N passed, N failed". Built-ins only: it must run before the install.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const run = ([tool, ...args]) =>
  spawnSync(`node_modules/.bin/${tool}`, args, { stdio: "inherit" }).status;
const types = run(["tsc", "--noEmit", "-p", "."]);
const unit = run(["vitest", "run", "--reporter=default", "--reporter=json"]);
const report = JSON.parse(readFileSync(".vitest/json/output.json", "utf8"));
const passed = report.numPassedTests + (types === 0 ? 1 : 0);
const failed = report.numFailedTests + (types === 0 ? 0 : 1);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && unit === 0 ? 0 : 1);
