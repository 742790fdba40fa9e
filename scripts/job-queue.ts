import { Client, DatabaseError } from "pg";
import { deadQueue, jobQueue, queueSchema, queueSchemaVersion } from "@/lib/data/job-queue-names";
import { StopError } from "./stop-error";

const appRole = "loadline_app";

/** A job that is lost with its worker counts here too; how often the work itself is tried, its row says. */
const retries = {
  retryLimit: 20,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 60,
  heartbeatSeconds: 30,
  expireInSeconds: 3600,
};

async function isReady(client: Client): Promise<boolean> {
  const { rows } = await client.query("select to_regclass($1) as found", [
    `${queueSchema}.version`,
  ]);
  if (rows[0].found === null) return false;
  const found = await client.query(
    `select version = $1 and (select count(*) = 2 from ${queueSchema}.queue where name in ($2, $3)) as ready
     from ${queueSchema}.version`,
    [queueSchemaVersion, jobQueue, deadQueue],
  );
  return found.rows[0]?.ready === true;
}

/** The queue's tables, as the owner: the application's role may use them, and make none. */
export async function openJobQueue(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  client.on("error", () => {});
  await client.connect();
  try {
    if (await isReady(client)) return;
    await makeQueue(ownerUrl, !(await hasSchema(client))).catch(refuseRights);
    await client.query(`grant usage on schema ${queueSchema} to ${appRole};
      grant select, insert, update, delete on all tables in schema ${queueSchema} to ${appRole};
      grant usage on all sequences in schema ${queueSchema} to ${appRole}`);
  } finally {
    await client.end();
  }
}

async function hasSchema(client: Client): Promise<boolean> {
  const { rowCount } = await client.query("select from pg_namespace where nspname = $1", [
    queueSchema,
  ]);
  return rowCount === 1;
}

const insufficientPrivilege = "42501";

function refuseRights(error: unknown): never {
  if (!(error instanceof DatabaseError) || error.code !== insufficientPrivilege) throw error;
  throw new StopError(
    `The role of DATABASE_URL may not make the job queue's schema: ${error.message}.\nLet the server's administrator run in this database: create schema ${queueSchema} authorization ROLE; with the role's name.`,
  );
}

async function makeQueue(connectionString: string, createSchema: boolean): Promise<void> {
  // Read only when there is something to make: a restart does without it.
  const { PgBoss } = await import("pg-boss");
  const boss = new PgBoss({
    connectionString,
    schema: queueSchema,
    // Also where it exists the server would ask for the right to make one.
    createSchema,
    supervise: false,
    schedule: false,
  });
  boss.on("error", () => {});
  await boss.start();
  try {
    await boss.createQueue(deadQueue, { retryLimit: 20, retryDelay: 5 });
    await boss.createQueue(jobQueue, { ...retries, deadLetter: deadQueue });
  } finally {
    await boss.stop({ graceful: false });
  }
}
