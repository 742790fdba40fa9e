import { fromPrisma, PgBoss } from "pg-boss";
import type { OrgId } from "../auth/context";
import type { Transaction } from "./client";
import { jobQueue, queueSchema, wakeChannel } from "./job-queue-names";

/** All that the queue knows of a job: where its row is. */
export type JobKey = { readonly orgId: OrgId; readonly jobId: string };

const onlySends = { migrate: false, supervise: false, schedule: false } as const;

/**
 * Puts a job in the queue, in the transaction that writes its row: either both are there or neither. An
 * organization is a group of the queue, so that many jobs of one do not hold up those of another.
 */
export async function enqueue(tx: Transaction, { orgId, jobId }: JobKey): Promise<void> {
  const boss = new PgBoss({ db: fromPrisma(tx), schema: queueSchema, ...onlySends });
  await boss.send(jobQueue, { orgId, jobId }, { group: { id: orgId } });
  await tx.$queryRaw`select pg_notify(${wakeChannel}, '')::text`;
}
