import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import type { SystemUser } from "./postgres-binaries";
import { endProcess } from "./processes";
import { StopError } from "./stop-error";

export type ServerSettings = {
  readonly postgres: string;
  readonly user: SystemUser | null;
  /** Where the cluster lies, and beside it the log. */
  readonly folder: string;
  readonly path: string;
  readonly withoutSync: boolean;
  readonly urlAt: (port: number) => string;
};

export type Server = { readonly child: ChildProcess; readonly port: number };

/** After a crash it first goes through what was written since its last checkpoint. */
const recoverWithinMs = 300_000;
const largestLogBytes = 5_000_000;
const attempts = 10;
const withoutSyncOptions = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

const logOf = (folder: string) => join(folder, "postgresql.log");

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

function openLog(folder: string): number {
  const path = logOf(folder);
  const large = existsSync(path) && statSync(path).size > largestLogBytes;
  return openSync(path, large ? "w" : "a", 0o600);
}

function spawnServer(settings: ServerSettings, port: number): ChildProcess {
  const options = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    ...(settings.withoutSync ? withoutSyncOptions : []),
  ].flatMap((option) => ["-c", option]);
  const log = openLog(settings.folder);
  try {
    // Its own process group: Ctrl-C in a terminal must reach the web server before the database.
    return spawn(settings.postgres, ["-D", settings.path, "-p", String(port), ...options], {
      ...settings.user,
      cwd: settings.folder,
      detached: true,
      stdio: ["ignore", log, log],
    });
  } finally {
    closeSync(log);
  }
}

async function isReady(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code !== "28P01") return false;
    throw new StopError(
      "The database does not accept the password in secrets.json beside it.\nPut the secrets.json that belongs to this data folder back.",
    );
  } finally {
    await client.end().catch(() => {});
  }
}

/** False when the server ended by itself. */
async function waitUntilReady(child: ChildProcess, url: string): Promise<boolean> {
  let failure: Error | undefined;
  child.once("error", (error) => {
    failure = error;
  });
  const until = Date.now() + recoverWithinMs;
  while (child.exitCode === null && child.signalCode === null && Date.now() < until) {
    if (failure) throw new StopError(`PostgreSQL could not be run: ${failure.message}`);
    if (await isReady(url)) return true;
    await sleep(20);
  }
  return false;
}

/** Tries again when the server ends at once for a reason that passes: a taken port, backends of the last one. */
export async function startServer(settings: ServerSettings): Promise<Server> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const port = await freePort();
    const child = spawnServer(settings, port);
    let ready = false;
    try {
      ready = await waitUntilReady(child, settings.urlAt(port));
      if (ready) return { child, port };
    } finally {
      if (!ready && child.pid) await endProcess(child.pid, "SIGINT", 5000);
    }
    await sleep(500);
  }
  throw new StopError(
    `PostgreSQL did not start. Its own words are at the end of ${logOf(settings.folder)}`,
  );
}
