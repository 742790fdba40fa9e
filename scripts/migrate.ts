import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Pool } from "pg";
import { checkout } from "./data-folder";
import { inOneTransaction } from "./one-transaction";
import { applyMigrations, type Migration } from "./schema-engine";
import { StopError } from "./stop-error";

export const migrationsFolder = join(checkout, "prisma", "migrations");

/** The schema that the newest migration ends with. */
export const migratedSchema = join(migrationsFolder, "schema.prisma");

/** Any number will do, as long as every starter takes the same one. */
const advisoryLock = 7_316_240;

export function readMigrations(folder = migrationsFolder): readonly Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => ({ name, script: readFileSync(join(folder, name, "migration.sql"), "utf8") }));
}

async function refuseNewerDatabase(pool: Pool, migrations: readonly Migration[]): Promise<void> {
  const table = await pool.query("select to_regclass('_prisma_migrations') as found");
  if (table.rows[0].found === null) return;
  const applied = await pool.query<{ migration_name: string }>(
    "select migration_name from _prisma_migrations where rolled_back_at is null",
  );
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = applied.rows.map((row) => row.migration_name).find((name) => !known.has(name));
  if (unknown === undefined) return;
  throw new StopError(
    `This database was last used by a newer Loadline: it has the migration ${unknown}, which this one lacks.\nStart the newer version, or use another database.`,
  );
}

/**
 * Brings the database up to date, all or nothing: the engine's statements and its records
 * share one transaction, so a start killed half-way leaves no failed migration behind.
 */
export function migrate(ownerUrl: string, folder = migrationsFolder): Promise<readonly string[]> {
  const migrations = readMigrations(folder);
  return inOneTransaction(ownerUrl, async (pool) => {
    await pool.query("select pg_advisory_xact_lock($1)", [advisoryLock]);
    await refuseNewerDatabase(pool, migrations);
    return applyMigrations(pool, folder, migrations);
  });
}
