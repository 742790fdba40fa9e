import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { openDatabase } from "./database";
import { openJobQueue } from "./job-queue";
import { startTemporaryDatabase, type TemporaryDatabase } from "./temporary-database";

// The operator's own server: any PostgreSQL is one for whoever is given its address.
let server: TemporaryDatabase;
let folder: string;

beforeAll(async () => {
  server = await startTemporaryDatabase();
}, 60_000);
afterAll(() => server.stop());

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "loadline-server-"));
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await asOwner(
    "drop schema public cascade; drop schema if exists pgboss cascade; create schema public; drop role if exists loadline_app",
  );
});

async function query(url: string, statement: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: statement, rowMode: "array" })).rows?.flat() ?? [];
  } finally {
    await client.end();
  }
}

const asOwner = (statement: string) => {
  const client = new Client({ connectionString: server.ownerUrl });
  return client
    .connect()
    .then(() => client.query(statement))
    .finally(() => client.end());
};

const addressOf = (user: string, password: string) => {
  const url = new URL(server.ownerUrl);
  url.username = user;
  url.password = password;
  return url.href;
};

const open = (environment: Readonly<Record<string, string>> = {}) =>
  openDatabase(folder, { NODE_ENV: "test", DATABASE_URL: server.ownerUrl, ...environment });

it("migrates the server in DATABASE_URL and makes the application's role", async () => {
  const database = await open();
  expect(database.isEmbedded).toBe(false);
  expect(await query(database.appUrl, "select current_user")).toEqual(["loadline_app"]);
  expect(await query(database.appUrl, "select count(*)::int from plan")).toEqual([0]);
  expect((await open()).appUrl).toBe(database.appUrl);
});

it("says what to do where the role may make no schema, and does without once there is one", async () => {
  await asOwner(
    "create role loadline_app login password 'given'; create role narrow login password 'narrow'; grant narrow to loadline_owner; grant create, usage on schema public to narrow",
  );
  try {
    const narrow = addressOf("narrow", "narrow");
    await expect(openJobQueue(narrow)).rejects.toThrow(
      /^The role of DATABASE_URL may not make the job queue's schema: .*\n.*create schema pgboss authorization/,
    );
    await asOwner("create schema pgboss authorization narrow");
    await openJobQueue(narrow);
    expect(
      await query(
        addressOf("loadline_app", "given"),
        "select name from pgboss.queue order by name",
      ),
    ).toEqual(["job", "job-dead"]);
  } finally {
    await asOwner(
      "drop schema if exists pgboss cascade; revoke all on schema public from narrow; drop role narrow",
    );
  }
});

it("uses the role in APP_DATABASE_URL as it is", async () => {
  await asOwner("create role loadline_app login password 'given'");
  const APP_DATABASE_URL = addressOf("loadline_app", "given");
  expect((await open({ APP_DATABASE_URL })).appUrl).toBe(APP_DATABASE_URL);
});

it("never takes over a role that another installation made", async () => {
  await asOwner("create role loadline_app login password 'theirs'");
  await expect(open()).rejects.toThrow(/already has a role "loadline_app".*\nSet APP_DATABASE_URL/);
  expect(await query(addressOf("loadline_app", "theirs"), "select 1")).toEqual([1]);
});

it("refuses to serve as the owner, whom row-level security does not bind", async () => {
  await expect(open({ APP_DATABASE_URL: server.ownerUrl })).rejects.toThrow(
    'APP_DATABASE_URL signs in as "loadline_owner", whom row-level security does not bind.',
  );
});

it.each([
  ["a wrong password", () => addressOf("loadline_owner", "wrong"), "password authentication"],
  [
    "a database that is not there",
    () => server.ownerUrl.replace(/\/loadline$/, "/absent"),
    "does not exist",
  ],
  ["a server that is not there", () => "postgresql://a:b@127.0.0.1:1/loadline", "ECONNREFUSED"],
  ["no address", () => "127.0.0.1:5432", "DATABASE_URL"],
])("names %s", async (_what, address, reason) => {
  const opening = open({ DATABASE_URL: address() });
  await expect(opening).rejects.toThrow(/^The server in DATABASE_URL cannot be used/);
  await expect(opening).rejects.toThrow(reason);
});

it("names what is wrong with APP_DATABASE_URL", async () => {
  await expect(open({ APP_DATABASE_URL: addressOf("loadline_app", "wrong") })).rejects.toThrow(
    /^APP_DATABASE_URL cannot be used: password authentication failed/,
  );
});
