import { randomInt, randomUUID } from "node:crypto";
import { Client } from "pg";
import type { Role } from "@/lib/auth/context";
import { hashPassword } from "@/lib/auth/password";
import { StopError } from "./stop-error";

export type WantedAccount = {
  readonly email: string;
  readonly name: string;
  /** By name, or by id where several have the name. */
  readonly organization: string;
  /** Owner of a new organization and editor of one that is there, unless said. */
  readonly role: Role | undefined;
};

export type AddedAccount = {
  /** Null for somebody who had an account already, and keeps the password. */
  readonly password: string | null;
  readonly organizationName: string;
  readonly isNewOrganization: boolean;
  readonly role: Role;
};

/** Letters and digits that no typeface makes look alike: 4 groups of 5 are 98 bits. */
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
const newPassword = () =>
  Array.from({ length: 4 }, () =>
    Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join(""),
  ).join("-");

/** Adds a member, and the account and the organization where they are not there yet; all or nothing. */
export async function addAccount(ownerUrl: string, wanted: WantedAccount): Promise<AddedAccount> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    const added = await add(client, wanted);
    await client.query("commit");
    return added;
  } finally {
    await client.end();
  }
}

async function add(client: Client, wanted: WantedAccount): Promise<AddedAccount> {
  const held = await findOrganization(client, wanted.organization);
  const organization = held ?? { id: randomUUID(), name: wanted.organization };
  await client.query("select set_config('app.org_id', $1, true)", [organization.id]);
  if (!held)
    await client.query("insert into organization (id, name) values ($1, $2)", [
      organization.id,
      organization.name,
    ]);
  const user = await findOrInsertUser(client, wanted);
  const { rows } = await client.query<{ role: Role }>(
    `insert into membership (org_id, user_id, role) values ($1, $2, $3)
     on conflict (org_id, user_id) do update set role = coalesce($4, membership.role)
     returning role`,
    [organization.id, user.id, wanted.role ?? (held ? "editor" : "owner"), wanted.role ?? null],
  );
  return {
    password: user.password,
    organizationName: organization.name,
    isNewOrganization: !held,
    role: rows[0]?.role ?? "viewer",
  };
}

type Organization = { readonly id: string; readonly name: string };

async function findOrganization(client: Client, named: string): Promise<Organization | undefined> {
  const { rows } = await client.query<Organization>(
    "select id, name from organization where (name = $1 or id::text = $1) and not is_sample",
    [named],
  );
  if (rows.length > 1)
    throw new StopError(
      `${rows.length} organizations are called "${named}". Name one by its id: ${rows.map(({ id }) => id).join(", ")}.`,
    );
  return rows[0];
}

async function findOrInsertUser(
  client: Client,
  { email, name }: WantedAccount,
): Promise<{ readonly id: string; readonly password: string | null }> {
  const held = await client.query<{ id: string }>('select id from "user" where email = $1', [
    email,
  ]);
  if (held.rows[0]) return { id: held.rows[0].id, password: null };
  const password = newPassword();
  const { rows } = await client.query<{ id: string }>(
    'insert into "user" (email, name, password_hash) values ($1, $2, $3) returning id',
    [email, name, await hashPassword(password)],
  );
  return { id: rows[0]?.id ?? "", password };
}
