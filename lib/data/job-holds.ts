import { Client } from "pg";
import { env } from "../env";
import type { JobKey } from "./job-queue";
import { cancelChannel, jobName, jobQueue, queueSchema, wakeChannel } from "./job-queue-names";
import { workerLock } from "./worker-lock";

type Heard = { readonly onWake: () => void; readonly onCancel: (name: string) => void };

/** A job that the queue takes for running, by the id it has in the queue. */
export type Active = JobKey & { readonly messageId: string };

/**
 * One connection of the worker's own. The database lets go of what it holds the moment the worker is gone,
 * however it went: so a job that nobody holds has lost its worker.
 */
export async function openHolds({ onWake, onCancel }: Heard) {
  const client = new Client({ connectionString: env().appDatabaseUrl, keepAlive: true });
  const lost = new Promise<void>((resolve) => {
    client.on("error", () => resolve());
    client.on("end", () => resolve());
  });
  client.on("notification", ({ channel, payload = "" }) =>
    channel === cancelChannel ? onCancel(payload) : onWake(),
  );
  await client.connect();
  await client.query(`listen ${wakeChannel}; listen ${cancelChannel}`);
  await client.query("select pg_advisory_lock_shared($1, $2)", [
    workerLock.classId,
    workerLock.objectId,
  ]);
  const held = new Set<string>();

  /** The database lets one connection take the same lock twice, so this one keeps its own list too. */
  const take = async (key: JobKey): Promise<boolean> => {
    const name = jobName(key);
    if (held.has(name)) return false;
    held.add(name);
    const { rows } = await client.query(
      "select pg_try_advisory_lock(hashtextextended($1, 0)) as taken",
      [name],
    );
    if (!rows[0].taken) held.delete(name);
    return rows[0].taken;
  };
  const release = async (key: JobKey): Promise<void> => {
    const name = jobName(key);
    await client.query("select pg_advisory_unlock(hashtextextended($1, 0))", [name]);
    held.delete(name);
  };

  /** Those that the queue takes for running although no worker holds them. */
  const listLost = async (): Promise<readonly Active[]> => {
    const { rows } = await client.query<Active>(
      `select id as "messageId", data ->> 'orgId' as "orgId", data ->> 'jobId' as "jobId"
       from ${queueSchema}.job
       where name = $1 and state = 'active' and started_on < now() - interval '0.5 seconds'`,
      [jobQueue],
    );
    const found: Active[] = [];
    for (const active of rows) {
      if (!(await take(active))) continue;
      found.push(active);
      await release(active);
    }
    return found;
  };

  return { take, release, listLost, lost, close: () => client.end() };
}

export type Holds = Awaited<ReturnType<typeof openHolds>>;
