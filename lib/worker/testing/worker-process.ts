import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { openAppRole } from "../../../scripts/database";
import { openJobQueue } from "../../../scripts/job-queue";
import { migrate } from "../../../scripts/migrate";
import { startTemporaryDatabase } from "../../../scripts/temporary-database";

/** A database apart from the other tests': a worker takes every job it finds. */
export async function openWorkerDatabase(): Promise<() => Promise<void>> {
  const database = await startTemporaryDatabase();
  await migrate(database.ownerUrl);
  await openJobQueue(database.ownerUrl);
  Object.assign(process.env, {
    APP_DATABASE_URL: await openAppRole(database.ownerUrl, database.appPassword),
    TEST_OWNER_DATABASE_URL: database.ownerUrl,
  });
  return database.stop;
}

const checkout = join(import.meta.dirname, "../../..");

/** The worker as `npm start` runs it, in a process of its own. */
export function spawnWorker(): ChildProcess {
  return spawn(process.execPath, ["--import=tsx", join(checkout, "scripts/worker.ts")], {
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
