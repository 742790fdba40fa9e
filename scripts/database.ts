import { Client } from "pg";
import { type Secrets, secretsOf } from "./data-folder";
import { startEmbeddedDatabase } from "./embedded-database";
import { openJobQueue } from "./job-queue";
import { migrate } from "./migrate";
import { StopError } from "./stop-error";

export type Database = {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly isEmbedded: boolean;
  /** Settles when an embedded server ends; never for a server of the operator's own. */
  readonly ended: Promise<number>;
  readonly stop: () => Promise<void>;
};

const appRole = "loadline_app";

async function withClient<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return await use(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Lets the application's role sign in, with a password that is ours alone to set. */
export async function openAppRole(ownerUrl: string, password: string): Promise<string> {
  await withClient(ownerUrl, (client) =>
    client.query(`alter role ${appRole} login password ${client.escapeLiteral(password)}`),
  );
  const url = new URL(ownerUrl);
  url.username = appRole;
  url.password = password;
  return url.href;
}

/** Row-level security does not bind superusers, owners or BYPASSRLS roles: refuse to serve as one. */
async function refuseUnboundRole(appUrl: string): Promise<void> {
  const { rows } = await withClient(appUrl, (client) =>
    client.query<{ name: string; unbound: boolean }>(
      `select rolname as name, rolsuper or rolbypassrls or exists
         (select from pg_class where relowner = pg_roles.oid and relnamespace = 'public'::regnamespace) as unbound
       from pg_roles where rolname = current_user`,
    ),
  );
  const role = rows[0];
  if (!role?.unbound) return;
  throw new StopError(
    `APP_DATABASE_URL signs in as "${role.name}", whom row-level security does not bind.\nUse ${appRole}, or a role that owns no table, is no superuser and lacks BYPASSRLS.`,
  );
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

async function existingAppRole(url: string): Promise<boolean> {
  try {
    return await withClient(url, async (client) => {
      const found = await client.query("select from pg_roles where rolname = $1", [appRole]);
      return found.rowCount === 1;
    });
  } catch (error) {
    throw new StopError(
      `The server in DATABASE_URL cannot be used: ${reasonOf(error)}\nCheck the address, the user, the password and that the database exists.`,
    );
  }
}

/** Migrates the operator's own server; without APP_DATABASE_URL it makes the application's role too. */
async function openServer(
  ownerUrl: string,
  givenAppUrl: string | undefined,
  secrets: Secrets,
): Promise<Database> {
  const existed = await existingAppRole(ownerUrl);
  await migrate(ownerUrl);
  await openJobQueue(ownerUrl);
  const appUrl = givenAppUrl ?? (await ownAppUrl(ownerUrl, secrets, existed));
  await refuseUnboundRole(appUrl).catch((error: unknown) => {
    if (error instanceof StopError) throw error;
    throw new StopError(`APP_DATABASE_URL cannot be used: ${reasonOf(error)}`);
  });
  const ended = new Promise<number>(() => {});
  return { ownerUrl, appUrl, isEmbedded: false, ended, stop: async () => {} };
}

/** A role with another password than ours serves another installation: never take it over. */
async function ownAppUrl(ownerUrl: string, secrets: Secrets, existed: boolean): Promise<string> {
  const url = new URL(ownerUrl);
  url.username = appRole;
  url.password = secrets.appPassword;
  const works = await withClient(url.href, async () => true).catch(() => false);
  if (works) return url.href;
  if (!existed) return openAppRole(ownerUrl, secrets.appPassword);
  throw new StopError(
    `The server in DATABASE_URL already has a role "${appRole}", whose password is not known here.\nSet APP_DATABASE_URL to the address with that role and its password; .env.example says how.`,
  );
}

async function openEmbedded(folder: string, secrets: Secrets): Promise<Database> {
  const { ownerUrl, ended, stop } = await startEmbeddedDatabase({ folder, secrets });
  try {
    await migrate(ownerUrl);
    await openJobQueue(ownerUrl);
    const appUrl = await openAppRole(ownerUrl, secrets.appPassword);
    return { ownerUrl, appUrl, isEmbedded: true, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The database that the environment asks for, up to date and ready for the application's role. */
export function openDatabase(
  folder: string,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Database> {
  const secrets = secretsOf(folder);
  const { DATABASE_URL, APP_DATABASE_URL } = environment;
  return DATABASE_URL
    ? openServer(DATABASE_URL, APP_DATABASE_URL || undefined, secrets)
    : openEmbedded(folder, secrets);
}
