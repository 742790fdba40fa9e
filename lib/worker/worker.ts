import { type Job, PgBoss } from "pg-boss";
import { closeDatabase, withOrganization } from "@/lib/data/client";
import { type Holds, openHolds } from "@/lib/data/job-holds";
import type { JobKey } from "@/lib/data/job-queue";
import { deadQueue, jobName, jobQueue, queueSchema } from "@/lib/data/job-queue-names";
import { setDead } from "@/lib/data/jobs";
import { env } from "@/lib/env";
import { log } from "@/lib/log/logger";
import { keepRetention } from "./retention";
import { AgainError, type GivenUp, lostWords, runJob } from "./run-job";

export type Worker = {
  /** Settles when the database is out of reach: whoever started the worker starts another. */
  readonly lost: Promise<void>;
  /** Gives up what runs, which goes back to the queue, and leaves nothing open. */
  readonly stop: () => Promise<void>;
};

const atOnce = 2;
const lookForLostEveryMs = 1000;
const retentionEveryMs = 60 * 60 * 1000;
/** A new job wakes the worker: this is for what the call did not reach, and for what is tried again. */
const pollEverySeconds = 2;

export async function startWorker(): Promise<Worker> {
  const running = new Map<string, AbortController>();
  const giveUp = (why: GivenUp, name: string) => running.get(name)?.abort(why);
  let wake = () => {};
  const holds = await openHolds({
    onWake: () => wake(),
    onCancel: (name) => giveUp("cancelled", name),
  });
  const boss = await openBoss();
  const run = async ([job]: Job<JobKey>[]) => {
    if (!job) return;
    const stop = new AbortController();
    const name = jobName(job.data);
    running.set(name, stop);
    await runJob(job.data, holds, stop)
      .catch(withoutItsWords)
      .finally(() => running.delete(name));
  };
  const options = { pollingIntervalSeconds: pollEverySeconds };
  const id = await boss.work(
    jobQueue,
    { ...options, localConcurrency: atOnce, localGroupConcurrency: 1 },
    run,
  );
  wake = () => boss.notifyWorker(id);
  await boss.work(deadQueue, options, buryJob);
  const endTimers = every(
    [lookForLostEveryMs, () => bringBackLost(boss, holds).then((count) => count > 0 && wake())],
    [retentionEveryMs, tidyUp],
  );
  return {
    lost: holds.lost,
    stop: async () => {
      endTimers();
      for (const name of running.keys()) giveUp("stopping", name);
      await boss.stop({ graceful: true, timeout: 5000 });
      await holds.close();
      await closeDatabase();
    },
  };
}

/** The queue keeps why a message failed, outside of every organization: so it is told nothing of its rows. */
function withoutItsWords(error: unknown): never {
  if (error instanceof AgainError) throw error;
  log().warn({ err: error }, "a job is tried again");
  throw new AgainError("The worker could not begin or end this job.");
}

async function openBoss(): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: env().appDatabaseUrl,
    schema: queueSchema,
    max: 2,
    migrate: false,
    schedule: false,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
  });
  boss.on("error", (error) => log().warn({ err: error }, "the queue"));
  return boss.start();
}

/** Its worker is gone: the next free one takes it at once, without waiting for a heartbeat that is missed. */
async function bringBackLost(boss: PgBoss, holds: Holds): Promise<number> {
  const lost = await holds.listLost();
  for (const { messageId, jobId } of lost) {
    await boss.cancel(jobQueue, messageId);
    await boss.resume(jobQueue, messageId);
    log().warn({ job: jobId }, "a job had lost its worker and is tried again");
  }
  return lost.length;
}

/** The queue has given up: the job says so to whoever asked for it. */
async function buryJob([job]: Job<JobKey>[]): Promise<void> {
  if (!job) return;
  const key = job.data;
  await withOrganization(key.orgId, (tx) => setDead(tx, key, lostWords(key)));
}

async function tidyUp(): Promise<void> {
  const removed = await keepRetention();
  if (removed.files + removed.jobs > 0) log().info(removed, "deleted what had expired");
}

/** Each at once and then again and again; one that fails is logged and tried the next time. */
function every(...tasks: readonly (readonly [number, () => Promise<unknown>])[]): () => void {
  const timers = tasks.map(([ms, task]) => {
    let isBusy = false;
    const run = async () => {
      if (isBusy) return;
      isBusy = true;
      await task().catch((error: unknown) => log().warn({ err: error }, "the worker"));
      isBusy = false;
    };
    void run();
    return setInterval(run, ms);
  });
  return () => timers.forEach(clearInterval);
}
