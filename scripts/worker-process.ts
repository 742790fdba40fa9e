import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { workerHeapMegabytes } from "@/lib/worker/heap";
import { checkout } from "./data-folder";
import type { Installation } from "./installation";
import { endProcess, whenClosed } from "./processes";

export type WorkerProcess = { readonly stop: () => Promise<void> };

const exitWithParent = pathToFileURL(join(checkout, "scripts/exit-with-parent.mjs")).href;
const program = join(checkout, "scripts/worker.ts");
/** Longer than the worker itself takes to put back what it runs. */
const stopWithinMs = 10_000;
const firstWaitMs = 500;
const longestWaitMs = 30_000;
/** One that ran this long was well: what ended it is no reason to wait before the next. */
const wellAfterMs = 60_000;

function startOne(environment: NodeJS.ProcessEnv): ChildProcess {
  return spawn(
    process.execPath,
    [
      `--max-old-space-size=${workerHeapMegabytes}`,
      "--disable-warning=ExperimentalWarning",
      "--import=tsx",
      `--import=${exitWithParent}`,
      program,
    ],
    {
      cwd: checkout,
      // Ctrl-C reaches it through us, in our order.
      detached: true,
      env: { ...environment, LOADLINE_LOG_FD: "4" },
      stdio: ["ignore", "ignore", "inherit", "ipc", 1],
    },
  );
}

/** Keeps one worker running: one that ends is followed by another, later and later while they end at once. */
export function startWorkerProcess(
  environment: NodeJS.ProcessEnv,
  installation: Pick<Installation, "recordWorker">,
): WorkerProcess {
  let child: ChildProcess | undefined;
  let next: NodeJS.Timeout | undefined;
  let isStopping = false;
  let waitMs = firstWaitMs;

  const start = () => {
    const began = Date.now();
    child = startOne(environment);
    if (child.pid) installation.recordWorker(child.pid);
    void whenClosed(child).then((code) => {
      if (isStopping) return;
      waitMs = Date.now() - began > wellAfterMs ? firstWaitMs : Math.min(waitMs * 2, longestWaitMs);
      console.error(`The worker ended (${child?.signalCode ?? code}). Another takes its place.`);
      next = setTimeout(start, waitMs);
    });
  };
  start();
  return {
    stop: async () => {
      isStopping = true;
      clearTimeout(next);
      if (child?.pid) await endProcess(child.pid, "SIGTERM", stopWithinMs);
    },
  };
}
