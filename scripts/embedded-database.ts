import { type ChildProcess, execFile, spawn } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { Client } from "pg";
import { type Secrets, secretsOf } from "./data-folder";
import {
  type Binaries,
  closedFolder,
  databaseUser,
  postgresBinaries,
  type SystemUser,
} from "./postgres-binaries";
import { commandOf, endProcess, isAlive, whenClosed } from "./processes";
import { StopError } from "./stop-error";

export type EmbeddedDatabase = {
  readonly ownerUrl: string;
  /** Settles when the server ends, whoever ended it. */
  readonly ended: Promise<number>;
  readonly stop: () => Promise<void>;
};

export type EmbeddedSettings = {
  readonly folder: string;
  readonly secrets: Pick<Secrets, "superuserPassword" | "ownerPassword">;
  /** Only for data that nobody minds losing: tests. */
  readonly withoutSync?: boolean;
};

const run = promisify(execFile);
const database = "loadline";
const owner = "loadline_owner";
const superuser = "postgres";
const startWithinMs = 30_000;
const largestLogBytes = 5_000_000;

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

const urlOf = (user: string, password: string, port: number, name: string) =>
  `postgresql://${user}:${password}@127.0.0.1:${port}/${name}`;

/** Makes the cluster beside its final place, so that an interrupted attempt leaves nothing half made. */
async function createCluster(
  path: string,
  { initdb }: Binaries,
  user: SystemUser | null,
  settings: EmbeddedSettings,
): Promise<void> {
  const unfinished = `${path}.new`;
  const passwordFile = join(settings.folder, "password.new");
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, settings.secrets.superuserPassword, { mode: 0o600 });
  if (user) {
    chownSync(unfinished, user.uid, user.gid);
    chownSync(passwordFile, user.uid, user.gid);
  }
  try {
    await run(
      initdb,
      [
        `--pgdata=${unfinished}`,
        `--username=${superuser}`,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        ...(settings.withoutSync ? ["--no-sync"] : []),
      ],
      { ...user, cwd: settings.folder },
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, path);
}

/** A server that outlived its starter is stopped; a pid file whose process is someone else's is removed. */
async function endOrphan(path: string): Promise<void> {
  const pidFile = join(path, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const pid = Number.parseInt(readFileSync(pidFile, "utf8"), 10);
  if (Number.isInteger(pid) && pid > 0 && commandOf(pid).includes(path)) {
    await endProcess(pid, "SIGINT", 15_000);
  }
  rmSync(pidFile, { force: true });
}

async function isReady(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "28P01") throw new StopError(passwordsDiffer);
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

const passwordsDiffer =
  "The database does not accept the password in secrets.json beside it.\nPut the secrets.json that belongs to this data folder back.";

type Started = { readonly child: ChildProcess; readonly port: number };

/** Null when the server ended at once, for a reason that passes: a taken port, backends of the last one. */
async function tryStart(
  path: string,
  { postgres }: Binaries,
  user: SystemUser | null,
  settings: EmbeddedSettings,
): Promise<Started | null> {
  const port = await freePort();
  const logPath = join(settings.folder, "postgresql.log");
  const large = existsSync(logPath) && statSync(logPath).size > largestLogBytes;
  const log = openSync(logPath, large ? "w" : "a", 0o600);
  const sync = settings.withoutSync
    ? ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]
    : [];
  const options = ["listen_addresses=127.0.0.1", "unix_socket_directories=", ...sync];
  const child = spawn(
    postgres,
    ["-D", path, "-p", String(port), ...options.flatMap((option) => ["-c", option])],
    // Its own process group: Ctrl-C in a terminal must reach the web server before the database.
    { ...user, cwd: settings.folder, detached: true, stdio: ["ignore", log, log] },
  );
  closeSync(log);
  const url = urlOf(superuser, settings.secrets.superuserPassword, port, "postgres");
  const until = Date.now() + startWithinMs;
  while (child.exitCode === null && child.signalCode === null && Date.now() < until) {
    if (await isReady(url)) return { child, port };
    await sleep(20);
  }
  if (child.pid && isAlive(child.pid)) await endProcess(child.pid, "SIGINT", 5000);
  return null;
}

/** The owner makes tables and roles but is no superuser: row-level security binds it too. */
async function makeOwner(url: string, password: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const secret = client.escapeLiteral(password);
    const roles = await client.query("select from pg_roles where rolname = $1", [owner]);
    const verb = roles.rowCount ? "alter" : "create";
    await client.query(
      `${verb} role ${owner} login nosuperuser nobypassrls createrole password ${secret}`,
    );
    const databases = await client.query("select from pg_database where datname = $1", [database]);
    if (!databases.rowCount) await client.query(`create database ${database} owner ${owner}`);
  } finally {
    await client.end();
  }
}

function refuseClosedFolder(folder: string, user: SystemUser | null): void {
  const closed = user && closedFolder(folder, user);
  if (!closed) return;
  throw new StopError(
    `PostgreSQL runs as the user "postgres", who may not enter ${closed}.\nLeave LOADLINE_DATA empty, or point it at a folder that every user can enter.`,
  );
}

/** Starts PostgreSQL on a data folder that the caller has locked, whatever state the last run left it in. */
export async function startEmbeddedDatabase(settings: EmbeddedSettings): Promise<EmbeddedDatabase> {
  const user = databaseUser();
  refuseClosedFolder(settings.folder, user);
  const binaries = postgresBinaries(user);
  const path = join(settings.folder, "database");
  if (!existsSync(path)) await createCluster(path, binaries, user, settings);
  await endOrphan(path);

  let started: Started | null = null;
  for (let attempt = 0; attempt < 10 && !started; attempt += 1) {
    if (attempt > 0) await sleep(500);
    started = await tryStart(path, binaries, user, settings);
  }
  if (!started) {
    throw new StopError(
      `PostgreSQL did not start. Its own words are at the end of ${join(settings.folder, "postgresql.log")}`,
    );
  }
  const { child, port } = started;
  const { superuserPassword, ownerPassword } = settings.secrets;
  await makeOwner(urlOf(superuser, superuserPassword, port, "postgres"), ownerPassword);
  return {
    ownerUrl: urlOf(owner, ownerPassword, port, database),
    ended: whenClosed(child),
    stop: async () => {
      if (child.pid) await endProcess(child.pid, "SIGINT", 15_000);
    },
  };
}

/** The owner's address of the server that works on this folder now; null when none does. */
export function runningOwnerUrl(folder: string): string | null {
  const path = join(folder, "database");
  const pidFile = join(path, "postmaster.pid");
  if (!existsSync(pidFile)) return null;
  const [pid = "", , , port = ""] = readFileSync(pidFile, "utf8").split("\n");
  if (!commandOf(Number.parseInt(pid, 10)).includes(path)) return null;
  return urlOf(owner, secretsOf(folder).ownerPassword, Number(port), database);
}
