import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataFolderPath, makeDataFolder, type Purpose } from "./data-folder";
import { takeLock } from "./lock";
import { commandOf, endProcess } from "./processes";
import { StopError } from "./stop-error";

/** What a second starter is told about the first. */
type Running = { readonly pid: number; readonly address: string; readonly webPid?: number };

export type Installation = {
  readonly folder: string;
  readonly recordWebServer: (pid: number) => void;
  readonly release: () => void;
};

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
    `Loadline already runs on this data${where}.\n  Data   ${folder}\nOpen that one, or stop it first. For a second one set PORT and LOADLINE_DATA.`,
  );
}

/** Takes the data folder for this process and ends what a killed predecessor left running. */
export async function openInstallation(purpose: Purpose, address: string): Promise<Installation> {
  const folder = makeDataFolder(dataFolderPath(purpose));
  const path = join(folder, "running.json");
  const lock = takeLock(join(folder, "lock"));
  if (!lock) throw alreadyRuns(folder, readRunning(path));

  const before = existsSync(path) ? readRunning(path) : null;
  if (before?.webPid && commandOf(before.webPid).includes("next")) {
    await endProcess(before.webPid, "SIGTERM", 5000);
  }
  const record = (running: Running) => writeFileSync(path, JSON.stringify(running));
  record({ pid: process.pid, address });
  return {
    folder,
    recordWebServer: (webPid) => record({ pid: process.pid, address, webPid }),
    release: () => {
      rmSync(path, { force: true });
      lock.release();
    },
  };
}
