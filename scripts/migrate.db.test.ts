import { createHash, randomUUID } from "node:crypto";
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

/** Everything in the database that Prisma's schema has words for, one line each: no generated columns, no partial indexes. */
async function contents(): Promise<readonly string[]> {
  const { rows } = await owner.query<{ line: string }>(`
    select format('column %s.%s %s %s %s', table_name, column_name, format_type(a.atttypid, a.atttypmod),
      is_nullable, column_default) as line
    from information_schema.columns
    join pg_attribute a on a.attrelid = format('%I.%I', table_schema, table_name)::regclass and a.attname = column_name
    where table_schema = 'public' and is_generated = 'NEVER'
    union all
    select format('constraint %s.%s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
    from pg_constraint where connamespace = 'public'::regnamespace and contype not in ('c', 'n')
    union all
    select 'index ' || indexdef from pg_indexes where schemaname = 'public' and indexdef not like '% WHERE %'
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

it("keeps the prices of an option whose table is renamed", async () => {
  const before = mkdtempSync(join(tmpdir(), "loadline-migrations-"));
  folders.push(before);
  const renaming = "20261128054000_server_quote";
  cpSync(migrationsFolder, before, { recursive: true });
  for (const { name } of readMigrations().filter(({ name }) => name >= renaming))
    rmSync(join(before, name), { recursive: true });
  await migrate(database.ownerUrl, before);
  const [orgId, id] = [randomUUID(), randomUUID()];
  await owner.query("select set_config('app.org_id', $1, false)", [orgId]);
  await owner.query("insert into organization (id, name) values ($1, 'Old')", [orgId]);
  await owner.query("insert into supplier (org_id, id, name) values ($1, $2, 'Oriel')", [
    orgId,
    id,
  ]);
  await owner.query(
    `insert into quote (org_id, id, supplier_id, number, quoted_on, valid_until, currency, server_price, provenance)
     values ($1, $2, $2, 'O-1', '2026-11-02', '2026-12-18', 'EUR', 271900.1234, '{}')`,
    [orgId, id],
  );
  await owner.query(`insert into plan (org_id, id, name, settings) values ($1, $2, 'Plan', '{}')`, [
    orgId,
    id,
  ]);
  await owner.query(
    `insert into supply_option (org_id, plan_id, id, position, body, quote_id) values ($1, $2, 'onprem', 0, '{}', $2)`,
    [orgId, id],
  );
  expect(await migrate(database.ownerUrl)).toContain(renaming);
  const { rows } = await owner.query(
    `select q.number, q.server_price, q.currency, s.name, (select count(*)::int from quote) as quotes
     from supply_option o join server_quote q on q.org_id = o.org_id and q.id = o.server_quote_id
     join supplier s on s.org_id = q.org_id and s.id = q.supplier_id`,
  );
  expect(rows).toEqual([
    { number: "O-1", server_price: "271900.1234", currency: "EUR", name: "Oriel", quotes: 0 },
  ]);
  const { rows: policies } = await owner.query(
    "select policyname from pg_policies where tablename = 'server_quote'",
  );
  expect(policies).toEqual([{ policyname: "own_organization" }]);
});

it("refuses a database that a newer version has used", async () => {
  await migrate(database.ownerUrl, folderWith("select 1;"));
  await expect(migrate(database.ownerUrl)).rejects.toThrow(`has the migration ${later}`);
});
