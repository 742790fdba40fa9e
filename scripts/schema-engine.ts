import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { Pool } from "pg";

const noDifference = "-- This is an empty migration.";
const noFilters = { externalTables: [], externalEnums: [] };
const require = createRequire(import.meta.url);

let loaded = false;
function load(): void {
  if (loaded) return;
  const entry = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const wasm = new WebAssembly.Module(readFileSync(entry.replace(/\.js$/, ".wasm")));
  const { exports } = new WebAssembly.Instance(wasm, { "./schema_engine_bg.js": bindings });
  const internals = bindings as unknown as { __wbg_set_wasm: (exports: object) => void };
  internals.__wbg_set_wasm(exports);
  (exports as { __wbindgen_start: () => void }).__wbindgen_start();
  loaded = true;
}

/**
 * Prisma's adapter, but for two things. It cuts a script at every semicolon, which breaks function bodies:
 * send it whole. And the engine asks for things that may be absent, which would end the transaction the
 * caller has opened: put a savepoint before each statement.
 */
function adapterFactory(pool: Pool, onScriptError: (error: unknown) => void = () => {}) {
  const factory = new PrismaPg(pool);
  const inSavepoint = async <T>(statement: () => Promise<T>): Promise<T> => {
    await pool.query("savepoint statement");
    try {
      return await statement();
    } catch (error) {
      await pool.query("rollback to savepoint statement");
      throw error;
    }
  };
  const connect = async () => {
    const adapter = await factory.connect();
    const { queryRaw, executeRaw } = adapter;
    adapter.queryRaw = (query) => inSavepoint(() => queryRaw.call(adapter, query));
    adapter.executeRaw = (query) => inSavepoint(() => executeRaw.call(adapter, query));
    adapter.executeScript = async (script) => {
      await inSavepoint(() => pool.query(script)).catch((error: unknown) => {
        onScriptError(error);
        throw error;
      });
    };
    return adapter;
  };
  return bindMigrationAwareSqlAdapterFactory({
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect,
    connectToShadowDb: () => factory.connectToShadowDb(),
  });
}

async function openEngine(
  pool: Pool,
  datamodel?: string,
  onScriptError?: (error: unknown) => void,
) {
  load();
  const datamodels: [string, string][] | undefined = datamodel
    ? [["schema.prisma", datamodel]]
    : undefined;
  return bindings.SchemaEngine.new({ datamodels }, () => {}, adapterFactory(pool, onScriptError));
}

export type Migration = { readonly name: string; readonly script: string };

const listOf = (folder: string, migrations: readonly Migration[]) => ({
  baseDir: folder,
  lockfile: {
    path: "migration_lock.toml",
    content: readFileSync(join(folder, "migration_lock.toml"), "utf8"),
  },
  shadowDbInitScript: "",
  migrationDirectories: migrations.map(({ name, script }) => ({
    path: name,
    migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: script } },
  })),
});

/** Prisma's own `migrate deploy`, in the transaction that `pool` is. Answers the names it applied. */
export async function applyMigrations(
  pool: Pool,
  folder: string,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  let scriptError: unknown;
  const engine = await openEngine(pool, undefined, (error) => {
    scriptError = error;
  });
  try {
    const migrationsList = listOf(folder, migrations);
    return (await engine.applyMigrations({ filters: noFilters, migrationsList }))
      .appliedMigrationNames;
  } catch (error) {
    throw scriptError ?? error;
  } finally {
    engine.free();
  }
}

/** What Prisma's own `migrate status` finds wrong between the folder and the database. */
export async function migrationTroubles(
  pool: Pool,
  folder: string,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  const engine = await openEngine(pool);
  try {
    const found = await engine.diagnoseMigrationHistory({
      filters: noFilters,
      migrationsList: listOf(folder, migrations),
      optInToShadowDatabase: false,
    });
    return [
      ...found.editedMigrationNames.map((name) => `${name} was edited`),
      ...found.failedMigrationNames.map((name) => `${name} failed`),
      ...(found.history ? [found.history.diagnostic] : []),
    ];
  } finally {
    engine.free();
  }
}

/** The SQL that turns a database made from one Prisma schema into one made from the other; empty when they are alike. */
export async function schemaDifference(
  pool: Pool,
  from: string | null,
  to: string,
): Promise<string> {
  const engine = await openEngine(pool, to);
  const target = (content: string) => ({
    tag: "schemaDatamodel" as const,
    files: [{ path: "schema.prisma", content }],
  });
  try {
    const { stdout } = await engine.diff({
      from: from === null ? { tag: "empty" } : target(from),
      to: target(to),
      script: true,
      exitCode: null,
      filters: noFilters,
    });
    return stdout === null || stdout.startsWith(noDifference) ? "" : stdout;
  } finally {
    engine.free();
  }
}
