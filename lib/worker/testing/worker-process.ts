import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { workerHeapMegabytes } from "../heap";

const checkout = join(import.meta.dirname, "../../..");

/** The worker as `npm start` runs it, in a process of its own. */
export function spawnWorker(): ChildProcess {
  const heap = `--max-old-space-size=${workerHeapMegabytes}`;
  return spawn(process.execPath, [heap, "--import=tsx", join(checkout, "scripts/worker.ts")], {
    cwd: checkout,
    env: { ...process.env, NODE_ENV: "production", LOADLINE_LOG_LEVEL: "warn" },
    stdio: ["ignore", "inherit", "inherit"],
  });
}

export async function endWorker(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
}
