import { Client } from "pg";
import { hashOfSecret, newSecret } from "@/lib/auth/secret";
import { StopError } from "./stop-error";

export type MadeReset = { readonly token: string; readonly organizationNames: readonly string[] };

type Membership = { readonly orgId: string; readonly name: string; readonly isSample: boolean };

/**
 * A link that sets the password of an account, whatever organizations it belongs to: each of them reads of it
 * in its activity.
 */
export async function makeResetLink(ownerUrl: string, email: string): Promise<MadeReset> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    const made = await make(client, email);
    await client.query("commit");
    return made;
  } finally {
    await client.end();
  }
}

async function make(client: Client, email: string): Promise<MadeReset> {
  const users = await client.query<{ id: string; name: string }>(
    'select id, name from "user" where email = $1',
    [email],
  );
  const [user] = users.rows;
  if (!user)
    throw new StopError(`No account has the address "${email}". Add one with: account add`);
  const { rows: memberships } = await client.query<Membership>(
    'select org_id as "orgId", org_name as name, is_sample as "isSample" from auth_memberships($1)',
    [user.id],
  );
  if (memberships.some(({ isSample }) => isSample))
    throw new StopError(`Visitors of the sample share "${email}": it has no password.`);
  const token = newSecret();
  await client.query(
    `insert into password_reset (user_id, token_hash, expires_at)
     values ($1, $2, now() + interval '24 hours')`,
    [user.id, hashOfSecret(token)],
  );
  for (const { orgId } of memberships) {
    await client.query("select set_config('app.org_id', $1, true)", [orgId]);
    await client.query(
      `insert into audit_event (org_id, action, subject, subject_id, detail)
       values ($1, 'make-reset-link', 'member', $2, $3)`,
      [orgId, user.id, { name: user.name, by: "command line" }],
    );
  }
  return { token, organizationNames: memberships.map(({ name }) => name) };
}
