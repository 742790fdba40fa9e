import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { checkout } from "./data-folder";
import { migrate, migratedSchema, migrationsFolder, readMigrations } from "./migrate";
import { inOneTransaction } from "./one-transaction";
import { schemaDifference } from "./schema-engine";
import { runCommand, StopError } from "./stop-error";
import { startTemporaryDatabase } from "./temporary-database";

const usage = `Name the migration: npm run db:migration -- add_currency
Add --empty for one that is written by hand alone.`;
const schemaPath = join(checkout, "prisma", "schema.prisma");

/** Prisma's form of a name: the time, so that migrations sort by age, then what it does. */
function folderName(name: string, now: Date): string {
  const time = now.toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const newest = readMigrations().at(-1)?.name ?? "";
  const folder = `${time}_${name}`;
  if (folder > newest) return folder;
  throw new StopError(`The clock is behind the newest migration, ${newest}. Set it right first.`);
}

/** Writes the next migration, and keeps it only when a new database accepts all of them. */
async function main(): Promise<number> {
  const options = { empty: { type: "boolean", default: false } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const name = positionals
    .join("_")
    .toLowerCase()
    .replaceAll(/[\s-]+/g, "_");
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new StopError(usage);

  const folder = join(migrationsFolder, folderName(name, new Date()));
  const before = readFileSync(migratedSchema, "utf8");
  const after = readFileSync(schemaPath, "utf8");
  const database = await startTemporaryDatabase();
  try {
    const script = await inOneTransaction(database.ownerUrl, (pool) =>
      schemaDifference(pool, before, after),
    );
    if (script === "" && !values.empty) {
      throw new StopError(`prisma/schema.prisma has not changed.\n${usage}`);
    }
    mkdirSync(folder);
    writeFileSync(join(folder, "migration.sql"), script);
    await migrate(database.ownerUrl);
    copyFileSync(schemaPath, migratedSchema);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  } finally {
    await database.stop();
  }
  console.log(`Made ${join(folder, "migration.sql")}
Read it, and add what Prisma's schema has no words for: a new table with org_id needs its grants,
row-level security and policy, as in the first migration. The database tests fail until it has them.`);
  return 0;
}

runCommand(main);
