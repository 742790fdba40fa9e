import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { checkout } from "./data-folder";
import { migrate, migratedSchema, migrationsFolder, readMigrations } from "./migrate";
import { inOneTransaction } from "./one-transaction";
import { migrationTroubles, schemaDifference } from "./schema-engine";
import { startTemporaryDatabase, type TemporaryDatabase } from "./temporary-database";

const schema = readFileSync(join(checkout, "prisma/schema.prisma"), "utf8");
const later = "99991231000000_later";
const folders: string[] = [];

let database: TemporaryDatabase;
let owner: Client;

beforeAll(async () => {
  database = await startTemporaryDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
}, 60_000);

beforeEach(async () => {
  await owner.query("drop schema public cascade; create schema public");
});

afterAll(async () => {
  await owner.end();
  await database.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The project's migrations and one more. */
function folderWith(script: string): string {
  const folder = mkdtempSync(join(tmpdir(), "loadline-migrations-"));
  folders.push(folder);
  cpSync(migrationsFolder, folder, { recursive: true });
  mkdirSync(join(folder, later));
  writeFileSync(join(folder, later, "migration.sql"), script);
  return folder;
}

const difference = (from: string | null, to: string) =>
  inOneTransaction(database.ownerUrl, (pool) => schemaDifference(pool, from, to));

/** Everything in the database that Prisma's schema has words for, one line each. */
async function contents(): Promise<readonly string[]> {
  const { rows } = await owner.query<{ line: string }>(`
    select format('column %s.%s %s %s %s', table_name, column_name, format_type(a.atttypid, a.atttypmod),
      is_nullable, column_default) as line
    from information_schema.columns
    join pg_attribute a on a.attrelid = format('%I.%I', table_schema, table_name)::regclass and a.attname = column_name
    where table_schema = 'public'
    union all
    select format('constraint %s.%s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
    from pg_constraint where connamespace = 'public'::regnamespace and contype not in ('c', 'n')
    union all
    select 'index ' || indexdef from pg_indexes where schemaname = 'public'
    union all
    select format('enum %s %s', t.typname, string_agg(e.enumlabel, ',' order by e.enumsortorder))
    from pg_type t join pg_enum e on e.enumtypid = t.oid group by t.typname`);
  return rows
    .map(({ line }) => line)
    .filter((line) => !line.includes("_prisma_migrations"))
    .sort();
}

async function contentsByMigrations(): Promise<readonly string[]> {
  await migrate(database.ownerUrl);
  return contents();
}

it("keeps the schema that the newest migration ends with beside the migrations", async () => {
  expect(await difference(readFileSync(migratedSchema, "utf8"), schema)).toBe("");
});

it("makes from the migrations what the schema describes", async () => {
  const migrated = await contentsByMigrations();
  await owner.query("drop schema public cascade; create schema public");
  await owner.query(await difference(null, schema));
  expect(migrated.length).toBeGreaterThan(100);
  expect(migrated).toEqual(await contents());
});

it.each([
  ["a column", `alter table plan add column stray text`],
  ["a type", `alter table server_quote alter column server_price type numeric(12, 2)`],
  ["an index", `drop index plan_org_id_updated_at_idx`],
  [
    "a foreign key",
    `alter table server_quote drop constraint server_quote_org_id_supplier_id_fkey`,
  ],
])("notices when migrations and schema differ by %s", async (_what, statement) => {
  const migrated = await contentsByMigrations();
  await owner.query(statement);
  expect(await contents()).not.toEqual(migrated);
});

it("records what Prisma's own commands agree with", async () => {
  const migrations = readMigrations();
  expect(await migrate(database.ownerUrl)).toEqual(migrations.map(({ name }) => name));
  expect(await migrate(database.ownerUrl)).toEqual([]);

  const { rows } = await owner.query(
    `select migration_name, checksum, finished_at is not null as finished, rolled_back_at, applied_steps_count
     from _prisma_migrations order by migration_name`,
  );
  expect(rows).toEqual(
    migrations.map(({ name, script }) => ({
      migration_name: name,
      checksum: createHash("sha256").update(script).digest("hex"),
      finished: true,
      rolled_back_at: null,
      applied_steps_count: 1,
    })),
  );
  const troubles = () =>
    inOneTransaction(database.ownerUrl, (pool) =>
      migrationTroubles(pool, migrationsFolder, migrations),
    );
  expect(await troubles()).toEqual([]);
  await owner.query("update _prisma_migrations set checksum = 'other'");
  expect(await troubles()).toEqual(migrations.map(({ name }) => `${name} was edited`));
});

it("runs scripts with semicolons inside their statements", async () => {
  const body = "begin raise notice 'one; two'; return; end";
  await migrate(
    database.ownerUrl,
    folderWith(`create function stray() returns void language plpgsql as $$ ${body} $$;`),
  );
  const { rows } = await owner.query("select prosrc from pg_proc where proname = 'stray'");
  expect(rows[0].prosrc.trim()).toBe(body);
});

it("leaves nothing of a start whose last migration fails", async () => {
  const folder = folderWith("create table half_made (id int); select 1 / 0;");
  await expect(migrate(database.ownerUrl, folder)).rejects.toThrow("division by zero");
  expect(await contents()).toEqual([]);
  expect(await migrate(database.ownerUrl)).toHaveLength(readMigrations().length);
});

it("leaves nothing of a start that is cut off", async () => {
  const migrating = migrate(database.ownerUrl, folderWith("select pg_sleep(30);"));
  const cut = async (): Promise<void> => {
    const { rowCount } = await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where query like 'select pg_sleep%' and pid <> pg_backend_pid()`,
    );
    if (!rowCount) await new Promise((resolve) => setTimeout(resolve, 20)).then(cut);
  };
  await Promise.all([expect(migrating).rejects.toThrow(), cut()]);
  expect(await contents()).toEqual([]);
  expect(await migrate(database.ownerUrl)).toHaveLength(readMigrations().length);
});

it("applies each migration once when two starts race", async () => {
  const applied = await Promise.all([migrate(database.ownerUrl), migrate(database.ownerUrl)]);
  expect(applied.flat()).toEqual(readMigrations().map(({ name }) => name));
});

it("refuses a database that a newer version has used", async () => {
  await migrate(database.ownerUrl, folderWith("select 1;"));
  await expect(migrate(database.ownerUrl)).rejects.toThrow(`has the migration ${later}`);
});
