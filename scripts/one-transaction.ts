import { Pool } from "pg";

/**
 * Runs `work` in one transaction on a pool that is really one connection, kept also after an error:
 * whoever is handed the pool cannot step outside the transaction.
 */
export async function inOneTransaction<T>(
  url: string,
  work: (pool: Pool) => Promise<T>,
): Promise<T> {
  const pool = new Pool({ connectionString: url, max: 1 });
  // A connection that is cut off fails the statement at work, which says so.
  pool.on("error", () => {});
  try {
    const client = await pool.connect();
    client.on("error", () => {});
    pool.query = client.query.bind(client);
    try {
      await client.query("begin");
      const result = await work(pool);
      await client.query("commit");
      return result;
    } finally {
      client.release(true);
    }
  } finally {
    await pool.end();
  }
}
