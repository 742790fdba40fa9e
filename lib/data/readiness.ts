import { readdirSync } from "node:fs";
import { join } from "node:path";
import { globalDb } from "./client";
import { workerLock } from "./worker-lock";

export type Readiness = {
  readonly database: boolean;
  readonly migrations: boolean;
  /** Whether a worker is connected. Pages are served without one as well: their jobs wait. */
  readonly worker: boolean;
};

const withinMs = 2000;
let expected: string | undefined;

/** The newest migration of the code that runs. */
function newestOfCode(): string {
  expected ??= readdirSync(join(process.cwd(), "prisma", "migrations"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .at(-1);
  return expected ?? "";
}

type Found = { readonly name: string; readonly worker: boolean };

async function askDatabase(): Promise<Found | undefined> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error("The database took too long to answer.")), withinMs).unref();
  });
  const asked = globalDb.$queryRaw<Found[]>`
    select newest_migration() as name, exists (
      select from pg_locks
      where locktype = 'advisory' and classid = ${workerLock.classId} and objid = ${workerLock.objectId}
        and database = (select oid from pg_database where datname = current_database())
    ) as worker`;
  const rows = await Promise.race([asked, late]);
  return rows[0];
}

/** Whether the database answers, has the tables that the code was written for, and a worker. */
export async function readiness(newestKnown = newestOfCode()): Promise<Readiness> {
  try {
    const found = await askDatabase();
    return {
      database: true,
      migrations: found?.name === newestKnown,
      worker: found?.worker ?? false,
    };
  } catch {
    return { database: false, migrations: false, worker: false };
  }
}
