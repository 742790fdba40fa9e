// Runs everything that is tested and ends with "N passed, N failed".
// `node scripts/test.mjs check unit` runs those parts alone; docs: CONTRIBUTING.md.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { delimiter, resolve } from "node:path";

const reports = resolve("test-results");
const longestStepMs = 20 * 60_000;

const typescript = ["node", "--import", "tsx", "--disable-warning=ExperimentalWarning"];

const vitest = (name, project) => ({
  name,
  part: project,
  command: ["vitest", "run", "--project", project, "--reporter=default", "--reporter=json"],
  report: resolve(reports, `${project}.json`),
  count: ({ numPassedTests, numFailedTests, numPendingTests }) => ({
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests,
  }),
});

const steps = [
  { name: "generated files", part: "prepare", command: [...typescript, "scripts/generate.ts"] },
  {
    name: "format and lint",
    part: "check",
    command: ["biome", "ci", "--colors=off", "--error-on-warnings", "."],
  },
  { name: "types", part: "check", command: ["tsc", "--noEmit", "-p", "."] },
  { name: "layer law", part: "check", command: [...typescript, "scripts/check-layers.ts"] },
  { name: "dead code", part: "check", command: ["knip", "--no-progress"] },
  vitest("unit and property tests", "unit"),
  // It mostly waits for the database: its output comes whole, once it has ended.
  { ...vitest("database tests", "db"), isBeside: true },
  { name: "build", part: "e2e", command: [...typescript, "scripts/build-command.ts"] },
  {
    name: "browser tests",
    part: "e2e",
    command: ["playwright", "test"],
    before: async () => {
      const { path, missing } = (await import("./chromium.mjs")).ensureChromium();
      return missing ? { missing } : { env: { PLAYWRIGHT_CHROMIUM_PATH: path } };
    },
    report: resolve(reports, "browser.json"),
    count: ({ stats }) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
      skipped: stats.skipped,
    }),
  },
];

const asked = process.argv.slice(2);
const unknown = asked.filter((part) => !steps.some((step) => step.part === part));
if (unknown.length > 0) {
  const parts = [...new Set(steps.map(({ part }) => part))].join(", ");
  console.error(`There is no part named ${unknown.join(", ")}. The parts: ${parts}.`);
  process.exit(2);
}
const wanted = ({ part }) => asked.length === 0 || part === "prepare" || asked.includes(part);

const running = new Set();
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    for (const child of running) stop(child);
    process.exit(130);
  });
}

const [first, ...rest] = steps.filter(wanted);
const last = rest.filter(({ name }) => name === "browser tests");
const between = rest.filter((step) => !last.includes(step));
const results = [await runStep(first)];
const lanes = [
  between.filter(({ isBeside }) => !isBeside),
  between.filter(({ isBeside }) => isBeside),
];
results.push(...(await Promise.all(lanes.map(inTurn))).flat(), ...(await inTurn(last)));
summarise(results);

async function inTurn(lane) {
  const done = [];
  for (const step of lane) done.push(await runStep(step));
  return done;
}

async function runStep(step) {
  const began = Date.now();
  console.log(`\n> ${step.name}${step.isBeside ? ", beside the others" : ""}`);
  const result = await outcome(step).catch((error) => broken(step, error.message));
  return { name: step.name, seconds: (Date.now() - began) / 1000, ...result };
}

async function outcome(step) {
  const { missing, env } = (await step.before?.()) ?? {};
  if (missing) return broken(step, missing);
  if (step.report) {
    mkdirSync(reports, { recursive: true });
    rmSync(step.report, { force: true });
  }
  const { code, tooLong, output } = await run(step, env);
  if (step.isBeside) console.log(`\n> ${step.name}, as they ended\n${output}`);
  const end = tooLong ? `took longer than ${longestStepMs / 60_000} minutes` : `ended with ${code}`;
  if (!step.report) return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : broken(step, end);
  const counts = step.count(JSON.parse(readFileSync(step.report, "utf8")));
  if (code !== 0 && counts.failed === 0) return { ...counts, ...broken(step, end, counts) };
  if (counts.passed + counts.failed === 0) return broken(step, "ran no test");
  return counts;
}

function broken({ name }, reason, { passed = 0, skipped = 0 } = {}) {
  console.error(`${name}: ${reason}`);
  return { passed, failed: 1, skipped, reason };
}

function run({ command: [tool, ...args], report, isBeside }, env = {}) {
  if (tool === "vitest") args.push(`--outputFile.json=${report}`);
  return new Promise((resolveRun, reject) => {
    const child = spawn(tool, args, {
      stdio: isBeside ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
      detached: true,
      env: {
        ...process.env,
        ...env,
        NEXT_TELEMETRY_DISABLED: "1",
        PATH: [resolve("node_modules/.bin"), process.env.PATH].join(delimiter),
        ...(report ? { TEST_REPORT: report } : {}),
      },
    });
    running.add(child);
    const output = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk) => output.push(chunk));
    let tooLong = false;
    const limit = setTimeout(() => {
      tooLong = true;
      stop(child);
    }, longestStepMs);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(limit);
      running.delete(child);
      resolveRun({ code: code ?? signal, tooLong, output: Buffer.concat(output).toString() });
    });
  });
}

function stop(child) {
  try {
    process.kill(-child.pid, "SIGTERM");
  } catch {
    // It has ended already.
  }
}

function summarise(all) {
  const sum = (key) => all.reduce((total, result) => total + result[key], 0);
  console.log("");
  for (const { name, passed, failed, seconds, reason } of all) {
    const mark = failed === 0 ? "ok  " : "FAIL";
    console.log(
      `${mark} ${name}: ${passed} passed, ${failed} failed, ${seconds.toFixed(1)} s${reason ? ` (${reason})` : ""}`,
    );
  }
  const skipped = sum("skipped");
  console.log(
    `\n${sum("passed")} passed, ${sum("failed")} failed${skipped ? `, ${skipped} skipped` : ""}`,
  );
  process.exit(sum("failed") === 0 ? 0 : 1);
}
