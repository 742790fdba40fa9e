import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";

/** Nobody can be invited on screen yet, so a test that needs another role gives it in the database. */
export async function becomeViewer(email: string): Promise<void> {
  const data = process.env.E2E_DATA;
  if (!data) throw new Error("Set E2E_DATA to the data folder of the Loadline in E2E_ADDRESS.");
  const port = readFileSync(join(data, "database/postmaster.pid"), "utf8").split("\n")[3];
  const { superuserPassword } = JSON.parse(readFileSync(join(data, "secrets.json"), "utf8"));
  const client = new Client({
    connectionString: `postgresql://postgres:${superuserPassword}@127.0.0.1:${port}/loadline`,
  });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `update membership set role = 'viewer'
       where user_id = (select id from "user" where email = $1)`,
      [email],
    );
    if (rowCount !== 1) throw new Error(`${email} has no membership.`);
  } finally {
    await client.end();
  }
}
