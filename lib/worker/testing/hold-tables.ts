import { Client } from "pg";
import { expect, vi } from "vitest";

/** As long as a worker may take to come to a place on a busy machine. */
export const waiting = { timeout: 20_000, interval: 20 };

/** Locks these tables, so that whoever comes to them waits: an attempt stands still where we want it. */
export async function hold(...tables: readonly string[]) {
  const client = new Client({ connectionString: process.env.TEST_OWNER_DATABASE_URL });
  await client.connect();
  client.on("error", () => {});
  await client.query("begin");
  const lock = (table: string) => client.query(`lock table ${table} in access exclusive mode`);
  for (const table of tables) await lock(table);
  const untilReached = (table: string) =>
    vi.waitFor(async () => {
      const { rows } = await client.query(
        "select 1 from pg_locks where not granted and relation = $1::regclass",
        [table],
      );
      expect(rows.length).toBeGreaterThan(0);
    }, waiting);
  return { lock, untilReached, letGo: () => client.end() };
}
