import { execFile } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { SystemUser } from "./postgres-binaries";
import { commandOf, endProcess } from "./processes";
import { StopError } from "./stop-error";

const run = promisify(execFile);

export type ClusterSettings = {
  readonly initdb: string;
  /** Whom the files belong to, when not to the one who started us. */
  readonly user: SystemUser | null;
  readonly superuser: string;
  readonly password: string;
  readonly withoutSync: boolean;
};

const initialArguments = (settings: ClusterSettings, folder: string, passwordFile: string) => [
  `--pgdata=${folder}`,
  `--username=${settings.superuser}`,
  `--pwfile=${passwordFile}`,
  "--auth=scram-sha-256",
  "--encoding=UTF8",
  "--locale=C",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  ...(settings.withoutSync ? ["--no-sync"] : []),
];

/** Makes the cluster beside its final place, so that an interrupted attempt leaves nothing half made. */
export async function createCluster(path: string, settings: ClusterSettings): Promise<void> {
  const { user } = settings;
  const parent = dirname(path);
  const unfinished = `${path}.new`;
  const passwordFile = join(parent, "password.new");
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, settings.password, { mode: 0o600 });
  if (user) {
    chownSync(unfinished, user.uid, user.gid);
    chownSync(passwordFile, user.uid, user.gid);
  }
  try {
    await run(settings.initdb, initialArguments(settings, unfinished, passwordFile), {
      ...user,
      cwd: parent,
    });
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new StopError(`PostgreSQL could not make its files in ${unfinished}.\n${said}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, path);
}

const pidFileOf = (path: string) => join(path, "postmaster.pid");

/** The server that works on this cluster now, whoever started it. */
export function runningServer(
  path: string,
): { readonly pid: number; readonly port: number } | null {
  if (!existsSync(pidFileOf(path))) return null;
  const [pid = "", , , port = ""] = readFileSync(pidFileOf(path), "utf8").split("\n");
  // The number may be another program's by now: only a command that names this cluster is ours.
  return commandOf(Number(pid)).includes(path) ? { pid: Number(pid), port: Number(port) } : null;
}

/** A server that outlived its starter is stopped; a pid file whose process is someone else's is removed. */
export async function endOrphan(path: string): Promise<void> {
  const orphan = runningServer(path);
  if (orphan) await endProcess(orphan.pid, "SIGINT", 15_000);
  rmSync(pidFileOf(path), { force: true });
}
