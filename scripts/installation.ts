import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { dataFolderPath, makeDataFolder, type Purpose } from "./data-folder";
import { type Lock, takeLock } from "./lock";
import { commandOf, endProcess } from "./processes";
import { StopError } from "./stop-error";

/** What a second starter is told about the first. */
type Running = {
  readonly pid: number;
  readonly address: string;
  readonly webPid?: number;
  readonly workerPid?: number;
};

export type Installation = {
  readonly folder: string;
  /** From here on a next starter waits for this one's end instead of giving up. */
  readonly leave: () => void;
  readonly recordWebServer: (pid: number) => void;
  readonly recordWorker: (pid: number) => void;
  readonly release: () => void;
};

const waitForEndingMs = 20_000;

function readRunning(path: string): Running | null {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

function alreadyRuns(folder: string, running: Running | null): StopError {
  const where = running ? ` at ${running.address} (process ${running.pid})` : "";
  return new StopError(
    `Loadline already runs on this data${where}.\n  Data   ${folder}\nOpen that one, or stop it first: Ctrl-C where it runs${running ? `, or kill ${running.pid}` : ""}.\nFor a second one beside it set PORT and LOADLINE_DATA.`,
  );
}

/** A folder that is locked without a record of who runs there belongs to one that is just ending, or beginning. */
async function waitForLock(folder: string, path: string, signal?: AbortSignal): Promise<Lock> {
  const until = Date.now() + waitForEndingMs;
  for (;;) {
    const lock = takeLock(join(folder, "lock"));
    if (lock) return lock;
    const running = readRunning(path);
    if (running || Date.now() > until) throw alreadyRuns(folder, running);
    signal?.throwIfAborted();
    await sleep(100);
  }
}

/** Numbers of processes get used again: only what is known by its command is ended. */
async function endLeftOver(before: Running | null): Promise<void> {
  const known = [
    [before?.webPid, "next"],
    [before?.workerPid, "scripts/worker.ts"],
  ] as const;
  for (const [pid, command] of known)
    if (pid && commandOf(pid).includes(command)) await endProcess(pid, "SIGTERM", 5000);
}

/** Takes the data folder for this process and ends what a killed predecessor left running. */
export async function openInstallation(
  purpose: Purpose,
  address: string,
  signal?: AbortSignal,
): Promise<Installation> {
  const folder = makeDataFolder(dataFolderPath(purpose));
  const path = join(folder, "running.json");
  const lock = await waitForLock(folder, path, signal);

  await endLeftOver(readRunning(path));
  const leave = () => rmSync(path, { force: true });
  let running: Running = { pid: process.pid, address };
  const record = (more: Partial<Running>) => {
    running = { ...running, ...more };
    writeFileSync(path, JSON.stringify(running));
  };
  record({});
  return {
    folder,
    recordWebServer: (webPid) => record({ webPid }),
    recordWorker: (workerPid) => record({ workerPid }),
    leave,
    release: () => {
      leave();
      lock.release();
    },
  };
}
