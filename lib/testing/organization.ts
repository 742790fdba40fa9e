import { randomUUID } from "node:crypto";
import { Client } from "pg";
import type { Context, OrgId, Role } from "@/lib/auth/context";
import { insertAccount } from "@/lib/data/users";

/** An organization of the test's own, with its owner as the caller. */
export async function newOrganization(name = "Test organization"): Promise<Context> {
  const orgId = randomUUID();
  const account = await insertAccount({
    email: `${randomUUID()}@test.example`,
    name: "Owner",
    passwordHash: "none",
    orgId,
    organizationName: name,
  });
  if (!account) throw new Error("the test's account was not made");
  return {
    orgId: orgId as OrgId,
    userId: account.userId,
    role: "owner",
    sessionId: randomUUID(),
  };
}

export const as = (ctx: Context, role: Role): Context => ({ ...ctx, role });

/** A statement as the owner of the tables, for what the application's role may not do. */
export async function byOwner<T extends object>(
  orgId: string,
  statement: string,
  values: readonly unknown[] = [],
): Promise<readonly T[]> {
  const client = new Client({ connectionString: process.env.TEST_OWNER_DATABASE_URL });
  await client.connect();
  try {
    await client.query("select set_config('app.org_id', $1, false)", [orgId]);
    return (await client.query<T>(statement, [...values])).rows;
  } finally {
    await client.end();
  }
}
