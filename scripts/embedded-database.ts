import { existsSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { createCluster, endOrphan, runningServer } from "./cluster";
import { type Secrets, secretsOf } from "./data-folder";
import { closedFolder, databaseUser, postgresBinaries, type SystemUser } from "./postgres-binaries";
import { startServer } from "./postgres-server";
import { endProcess, whenClosed } from "./processes";
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

const database = "loadline";
const owner = "loadline_owner";
const superuser = "postgres";

const pathIn = (folder: string) => join(folder, "database");

const urlOf = (user: string, password: string, port: number, name: string) =>
  `postgresql://${user}:${password}@127.0.0.1:${port}/${name}`;

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
export async function startEmbeddedDatabase({
  folder,
  secrets: { superuserPassword, ownerPassword },
  withoutSync = false,
}: EmbeddedSettings): Promise<EmbeddedDatabase> {
  const user = databaseUser();
  refuseClosedFolder(folder, user);
  const { initdb, postgres } = postgresBinaries(user);
  const path = pathIn(folder);
  const cluster = { initdb, user, superuser, password: superuserPassword, withoutSync };
  if (!existsSync(path)) await createCluster(path, cluster);
  await endOrphan(path);

  const urlAt = (port: number) => urlOf(superuser, superuserPassword, port, "postgres");
  const { child, port } = await startServer({ postgres, user, folder, path, withoutSync, urlAt });
  const stop = async () => {
    if (child.pid) await endProcess(child.pid, "SIGINT", 15_000);
  };
  try {
    await makeOwner(urlAt(port), ownerPassword);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    ownerUrl: urlOf(owner, ownerPassword, port, database),
    ended: whenClosed(child),
    stop,
  };
}

/** The owner's address of the server that works on this folder now; null when none does. */
export function runningOwnerUrl(folder: string): string | null {
  const server = runningServer(pathIn(folder));
  return server && urlOf(owner, secretsOf(folder).ownerPassword, server.port, database);
}
