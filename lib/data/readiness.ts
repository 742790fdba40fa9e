import { readdirSync } from "node:fs";
import { join } from "node:path";
import { globalDb } from "./client";

export type Readiness = { readonly database: boolean; readonly migrations: boolean };

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

async function newestOfDatabase(): Promise<string> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error("The database took too long to answer.")), withinMs).unref();
  });
  const asked = globalDb.$queryRaw<{ name: string }[]>`select newest_migration() as name`;
  const rows = await Promise.race([asked, late]);
  return rows[0]?.name ?? "";
}

/** Whether the database answers, and has the tables that the code was written for. */
export async function readiness(newestKnown = newestOfCode()): Promise<Readiness> {
  try {
    return { database: true, migrations: (await newestOfDatabase()) === newestKnown };
  } catch {
    return { database: false, migrations: false };
  }
}
