import type { ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Context } from "@/lib/auth/context";
import { closeDatabase, inOneTransaction } from "@/lib/data/client";
import { readiness } from "@/lib/data/readiness";
import { planFileText } from "@/lib/exporters/plan-file";
import { cancelJob, getJobFile, listJobs, removeJob, retryJob } from "@/lib/services/jobs";
import { requestExport } from "@/lib/services/organization-export";
import { importPlan } from "@/lib/services/plans";
import { openMigratedDatabase } from "@/lib/testing/migrated-database";
import { byOwner, newOrganization } from "@/lib/testing/organization";
import { testPlan } from "@/lib/testing/plan";
import { keepRetention } from "./retention";
import { hold, waiting } from "./testing/hold-tables";
import { endWorker, spawnWorker } from "./testing/worker-process";

let stopDatabase: () => Promise<void>;
let worker: ChildProcess | undefined;
const file = planFileText({ loadline: "plan", schemaVersion: 1, plan: testPlan() });

beforeAll(async () => {
  // Apart from the other tests’: a worker takes every job it finds.
  stopDatabase = await openMigratedDatabase();
}, 60_000);
afterAll(async () => {
  await endTheWorker("SIGKILL");
  await closeDatabase();
  await stopDatabase();
});

/** One for all tests: the one that runs, or another where that has ended. */
function ensureWorker(): ChildProcess {
  worker ??= spawnWorker();
  return worker;
}

async function endTheWorker(signal: NodeJS.Signals): Promise<void> {
  if (worker) await endWorker(worker, signal);
  worker = undefined;
}

async function organizationWithPlans(count = 2): Promise<Context> {
  const ctx = await newOrganization();
  for (let plan = 0; plan < count; plan += 1) await importPlan(ctx, { id: randomUUID(), file });
  return ctx;
}

const jobOf = async (ctx: Context, jobId: string) =>
  (await listJobs(ctx)).find(({ id }) => id === jobId);
const untilState = (ctx: Context, jobId: string, state: string) =>
  vi.waitFor(async () => expect(await jobOf(ctx, jobId)).toMatchObject({ state }), waiting);

it("exports everything, with its figures, once", async () => {
  ensureWorker();
  const ctx = await organizationWithPlans();
  const id = randomUUID();
  await Promise.all(Array.from({ length: 5 }, () => requestExport(ctx, { id })));
  await untilState(ctx, id, "succeeded");
  expect(await readiness()).toMatchObject({ worker: true });
  const [job] = await listJobs(ctx);
  expect(job).toMatchObject({
    attempt: 1,
    error: null,
    counts: { plans: 2, templates: 0 },
    file: { name: expect.stringMatching(/^test-organization-\d{4}-\d\d-\d\d\.zip$/) },
  });
  const { bytes, mediaType } = await getJobFile(ctx, { jobId: id });
  expect(mediaType).toBe("application/zip");
  expect(bytes.byteLength).toBe(job?.file?.sizeBytes);
  const names = Object.keys(unzipSync(new Uint8Array(bytes)));
  expect(names.toSorted()).toEqual([
    "contents.json",
    "plans/claims-assistant-2.loadline.json",
    "plans/claims-assistant.loadline.json",
    "suppliers/Stavra.json",
  ]);
});

/** The table that the worker needs next in each stage of an attempt. */
const stopsAt = {
  beginning: "membership",
  reading: "supply_option",
  writing: "stored_file",
  completing: "stored_file",
} as const;
type Stage = keyof typeof stopsAt;
const stages = Object.keys(stopsAt) as readonly Stage[];

/** Brings the worker to this place of the job's attempt, and gives what lets everybody go on. */
async function standStillAt(stage: Stage, ctx: Context) {
  const id = randomUUID();
  const table = stopsAt[stage];
  const held = await hold(table);
  await requestExport(ctx, { id });
  await held.untilReached(table);
  if (stage !== "completing") return { id, letGo: held.letGo };
  const queue = await hold("pgboss.job_common");
  await held.letGo();
  await queue.untilReached("pgboss.job_common");
  return { id, letGo: queue.letGo };
}

it("of workers killed in each stage of an attempt, none loses a job and none does it twice", {
  timeout: 120_000,
}, async () => {
  ensureWorker();
  const ctx = await organizationWithPlans(1);
  for (const stage of stages) {
    const { id, letGo } = await standStillAt(stage, ctx);
    await endTheWorker("SIGKILL");
    await letGo();
    ensureWorker();
    await untilState(ctx, id, "succeeded");
    const files = await byOwner(ctx.orgId, "select 1 from stored_file where job_id = $1", [id]);
    const ends = "select 1 from audit_event where subject_id = $1 and action = 'finish'";
    expect([files.length, (await byOwner(ctx.orgId, ends, [id])).length]).toEqual([1, 1]);
  }
});

it("gives up at once what is cancelled, keeps it cancelled, and does it anew when asked", async () => {
  ensureWorker();
  const ctx = await organizationWithPlans();
  const { id, letGo } = await standStillAt("reading", ctx);
  await cancelJob(ctx, { jobId: id });
  await cancelJob(ctx, { jobId: id });
  await letGo();
  // The same worker takes one job of an organization after another: the first has ended once the second has.
  const next = randomUUID();
  await requestExport(ctx, { id: next });
  await untilState(ctx, next, "succeeded");
  expect(await jobOf(ctx, id)).toMatchObject({ state: "cancelled", file: null });
  const audited = "select action from audit_event where subject_id = $1 order by at";
  const actions = async () =>
    (await byOwner<{ action: string }>(ctx.orgId, audited, [id])).map(({ action }) => action);
  expect(await actions()).toEqual(["create", "cancel"]);
  await retryJob(ctx, { jobId: id });
  await untilState(ctx, id, "succeeded");
  expect(await actions()).toEqual(["create", "cancel", "retry", "finish"]);
});

it("goes on where another organization cancels its own job of the same id", async () => {
  ensureWorker();
  const [ctx, stranger] = [await organizationWithPlans(), await organizationWithPlans(1)];
  const { id, letGo } = await standStillAt("reading", ctx);
  await inOneTransaction(stranger.orgId, async () => {
    await requestExport(stranger, { id });
    await cancelJob(stranger, { jobId: id });
  });
  await letGo();
  await untilState(ctx, id, "succeeded");
  expect(await jobOf(ctx, id)).toMatchObject({ attempt: 1 });
  expect(await jobOf(stranger, id)).toMatchObject({ state: "cancelled" });
});

it("stops within seconds, and the next worker goes on as if nothing had been", async () => {
  const first = ensureWorker();
  const ctx = await organizationWithPlans();
  const { id, letGo } = await standStillAt("reading", ctx);
  const ended = endTheWorker("SIGTERM");
  await letGo();
  await ended;
  expect(first.exitCode).toBe(0);
  expect(await jobOf(ctx, id)).toMatchObject({ state: "queued", attempt: 0 });
  ensureWorker();
  await untilState(ctx, id, "succeeded");
  expect(await jobOf(ctx, id)).toMatchObject({ attempt: 1 });
});

it("acts for the member who asked, and never beyond what they may do now", async () => {
  ensureWorker();
  const ctx = await organizationWithPlans();
  await byOwner(ctx.orgId, "update membership set role = 'editor' where org_id = $1", [ctx.orgId]);
  const { id } = await requestExport(ctx, { id: randomUUID() });
  await untilState(ctx, id, "failed");
  const [failed] = await listJobs(ctx);
  expect(failed).toMatchObject({
    attempt: 1,
    error: expect.stringMatching(/Ask an administrator/),
  });
});

it("tells whoever asked when every attempt has lost its worker", async () => {
  ensureWorker();
  const ctx = await organizationWithPlans(1);
  const id = randomUUID();
  await inOneTransaction(ctx.orgId, async (tx) => {
    await requestExport(ctx, { id });
    await tx.job.updateMany({ where: { id }, data: { attempt: 5, state: "running" } });
  });
  await untilState(ctx, id, "failed");
  expect(await jobOf(ctx, id)).toMatchObject({
    error: expect.stringMatching(/^The worker ended 5 times while it did this\. Retry it once;/),
  });
  await retryJob(ctx, { jobId: id });
  await untilState(ctx, id, "succeeded");
});

it("deletes what has expired, and nothing else", async () => {
  const [ctx, other] = [await organizationWithPlans(1), await organizationWithPlans(1)];
  ensureWorker();
  const ids = [randomUUID(), randomUUID()];
  for (const id of ids) {
    await requestExport(ctx, { id });
    await untilState(ctx, id, "succeeded");
  }
  const [old = "", older = ""] = ids;
  const expire = (table: string, column: string, id: string) =>
    byOwner(ctx.orgId, `update ${table} set expires_at = now() where ${column} = $1`, [id]);
  await expire("stored_file", "job_id", old);
  await expire("job", "id", older);
  const theirs = randomUUID();
  await requestExport(other, { id: theirs });
  await untilState(other, theirs, "succeeded");

  await expect(getJobFile(ctx, { jobId: old })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await keepRetention()).toEqual({ files: 1, jobs: 1 });
  expect(await listJobs(ctx)).toMatchObject([{ id: old, file: null }]);
  expect(
    await byOwner(ctx.orgId, "select 1 from stored_file where org_id = $1", [ctx.orgId]),
  ).toEqual([]);
  expect(await listJobs(other)).toMatchObject([{ id: theirs, file: { name: expect.any(String) } }]);
  await removeJob(ctx, { jobId: old });
  expect(await listJobs(ctx)).toEqual([]);
});
