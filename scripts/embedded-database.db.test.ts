import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { makeDataFolder, secretsOf } from "./data-folder";
import { type EmbeddedDatabase, startEmbeddedDatabase } from "./embedded-database";
import { isAlive } from "./processes";

// Each test makes a cluster of its own, which a busy disk may take long over.
vi.setConfig({ testTimeout: 120_000 });

let folder: string;
let stranger: ChildProcess | undefined;
const running: EmbeddedDatabase[] = [];

async function start(withoutSync = true): Promise<EmbeddedDatabase> {
  const secrets = secretsOf(folder);
  const database = await startEmbeddedDatabase({ folder, secrets, withoutSync });
  running.push(database);
  return database;
}

async function query(url: string, statement: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: statement, rowMode: "array" })).rows.flat();
  } finally {
    await client.end();
  }
}

const pidFile = () => join(folder, "database", "postmaster.pid");
const serverPid = () => Number.parseInt(readFileSync(pidFile(), "utf8"), 10);

beforeEach(() => {
  folder = makeDataFolder(mkdtempSync(join(tmpdir(), "loadline-embedded-")));
});

afterEach(async () => {
  stranger?.kill();
  for (const database of running.splice(0)) await database.stop();
  rmSync(folder, { recursive: true, force: true });
});

it("keeps what was written, over stop and start", async () => {
  const first = await start();
  await query(first.ownerUrl, "create table kept as select 42 as number");
  await first.stop();
  const second = await start();
  expect(await query(second.ownerUrl, "select number from kept")).toEqual([42]);
});

it("syncs each commit, and its owner is bound by row-level security", async () => {
  const { ownerUrl } = await start(false);
  expect(await query(ownerUrl, "select setting from pg_settings where name = 'fsync'")).toEqual([
    "on",
  ]);
  expect(
    await query(
      ownerUrl,
      "select rolsuper, rolbypassrls from pg_roles where rolname = current_user",
    ),
  ).toEqual([false, false]);
});

it("recovers from a server that was killed", async () => {
  const first = await start(false);
  await query(first.ownerUrl, "create table kept as select 42 as number");
  process.kill(serverPid(), "SIGKILL");
  await first.ended;
  const second = await start();
  expect(await query(second.ownerUrl, "select number from kept")).toEqual([42]);
});

it("ends a server that outlived its starter, and goes on with its data", async () => {
  const first = await start();
  await query(first.ownerUrl, "create table kept as select 42 as number");
  const orphan = serverPid();
  const second = await start();
  expect(isAlive(orphan)).toBe(false);
  expect(await query(second.ownerUrl, "select number from kept")).toEqual([42]);
});

it("is not stopped by a pid file whose number belongs to a stranger now", async () => {
  await (await start()).stop();
  stranger = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  writeFileSync(pidFile(), `${stranger.pid}\n${join(folder, "database")}\n0\n`);
  const { ownerUrl } = await start();
  expect(await query(ownerUrl, "select 1 as one")).toEqual([1]);
  expect(stranger.exitCode).toBeNull();
  expect(stranger.signalCode).toBeNull();
});

it("makes the cluster anew when the first attempt was cut off", async () => {
  mkdirSync(join(folder, "database.new"));
  writeFileSync(join(folder, "database.new", "PG_VERSION"), "18");
  const { ownerUrl } = await start();
  expect(await query(ownerUrl, "select 1 as one")).toEqual([1]);
});

it("says so when the secrets beside the data are not its own", async () => {
  await (await start()).stop();
  rmSync(join(folder, "secrets.json"));
  await expect(start()).rejects.toThrow("does not accept the password in secrets.json");
});
