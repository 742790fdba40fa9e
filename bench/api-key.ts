import { Client } from "pg";
import { newKeyToken } from "@/lib/auth/api-key-token";
import { runningOwnerUrl } from "@/scripts/embedded-database";

/** A key of whoever signed in last on this data, to read with. */
export async function makeKey(data: string): Promise<string> {
  const client = new Client({ connectionString: runningOwnerUrl(data) ?? "" });
  await client.connect();
  try {
    const { token, prefix, tokenHash } = newKeyToken();
    const found = await client.query<{ org_id: string; user_id: string }>(
      "select org_id, user_id from session order by created_at desc limit 1",
    );
    const session = found.rows[0];
    if (!session) throw new Error("Nobody has signed in on this data.");
    await client.query("select set_config('app.org_id', $1, false)", [session.org_id]);
    await client.query(
      `insert into api_key (id, org_id, name, prefix, token_hash, scope, created_by_user_id)
       values (gen_random_uuid(), $1, 'Bench', $2, $3, 'read', $4)`,
      [session.org_id, prefix, tokenHash, session.user_id],
    );
    return token;
  } finally {
    await client.end();
  }
}
