import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Context } from "@/lib/auth/context";
import { withOrganization } from "@/lib/data/client";
import { type Holds, openHolds } from "@/lib/data/job-holds";
import type { JobKey } from "@/lib/data/job-queue";
import { claimJob, saveProgress, setFailed, setWaiting } from "@/lib/data/jobs";
import { planFileText } from "@/lib/exporters/plan-file";
import { cancelJob, listJobs, retryJob } from "@/lib/services/jobs";
import { requestExport } from "@/lib/services/organization-export";
import { importPlan } from "@/lib/services/plans";
import { requestIssue } from "@/lib/services/proposal-issues";
import { getProposal } from "@/lib/services/proposals";
import { byOwner, newOrganization } from "@/lib/testing/organization";
import { testPlan } from "@/lib/testing/plan";
import { newProposal } from "@/lib/testing/proposal";
import { AgainError, runJob } from "./run-job";

const heard = { onWake: () => {}, onCancel: () => {} };
let ours: Holds;
let theirs: Holds;
beforeAll(async () => {
  [ours, theirs] = [await openHolds(heard), await openHolds(heard)];
});
afterAll(() => Promise.all([ours.close(), theirs.close()]));

let ctx: Context;
let key: JobKey;
let job: () => Promise<unknown>;
beforeEach(async () => {
  ctx = await newOrganization();
  const { id } = await requestExport(ctx, { id: randomUUID() });
  key = { orgId: ctx.orgId, jobId: id };
  job = async () => (await listJobs(ctx))[0];
});

it("comes again later to a job that another worker still holds", async () => {
  await theirs.take(key);
  await expect(runJob(key, ours, new AbortController())).rejects.toThrow(AgainError);
  expect(await job()).toMatchObject({ state: "queued", attempt: 0 });
  await theirs.release(key);
  await runJob(key, ours, new AbortController());
  expect(await job()).toMatchObject({ state: "succeeded", attempt: 1 });
});

it("loses no job to a call to cancel that was meant for an attempt before", async () => {
  const late = new AbortController();
  late.abort("cancelled");
  await expect(runJob(key, ours, late)).rejects.toThrow(AgainError);
  expect(await job()).toMatchObject({ state: "queued", attempt: 0 });
});

it("counts nothing of an attempt from before a retry, nor of one that was given up", async () => {
  const before = await claimJob(key);
  if (!before) throw new Error("nothing was claimed");
  await cancelJob(ctx, { jobId: key.jobId });
  await retryJob(ctx, { jobId: key.jobId });
  const given = await claimJob(key);
  if (!given) throw new Error("nothing was claimed");
  expect([before.attempt, given.attempt]).toEqual([1, 1]);
  const step = { fraction: 0.5, step: "reading" };
  expect(await saveProgress(key, before.claimNumber, step)).toBe(false);
  expect(await saveProgress(key, given.claimNumber, step)).toBe(true);

  await setWaiting(key, { claimNumber: given.claimNumber, error: null, counts: false });
  const last = await claimJob(key);
  expect(last?.attempt).toBe(1);
  const fail = ({ claimNumber }: { readonly claimNumber: number }) =>
    withOrganization(key.orgId, (tx) => setFailed(tx, key, { claimNumber, error: "late" }));
  expect(await fail(given)).toBe(false);
  expect(await job()).toMatchObject({ state: "running", error: null });
});

/** A database that has no room for rows of this table, while `during` runs. */
async function onFullDisk(table: string, during: () => Promise<void>): Promise<void> {
  const guard = `full_disk_${ctx.orgId.replaceAll("-", "")}`;
  await byOwner(
    ctx.orgId,
    `create function ${guard}() returns trigger language plpgsql as $$
     begin raise exception 'could not extend file' using errcode = '53100'; end $$;
     create trigger ${guard} before insert on ${table} for each row
       when (new.org_id = '${ctx.orgId}') execute function ${guard}()`,
  );
  await during();
  await byOwner(ctx.orgId, `drop function ${guard} cascade`);
}

const diskFull = {
  ...{ state: "failed", file: null },
  error: expect.stringMatching(/disk of the server is full.* retry it/),
};

it("keeps nothing on a full disk, says so, and makes the file once there is room", async () => {
  const files = () =>
    byOwner(ctx.orgId, "select 1 from stored_file where job_id = $1", [key.jobId]);
  await onFullDisk("stored_file", () => runJob(key, ours, new AbortController()));
  expect(await job()).toMatchObject(diskFull);
  expect(await files()).toEqual([]);
  await retryJob(ctx, { jobId: key.jobId });
  await runJob(key, ours, new AbortController());
  expect(await job()).toMatchObject({ state: "succeeded", error: null });
  expect(await files()).toHaveLength(1);
});

it("issues nothing on a full disk, nor half of it, and the same once there is room", {
  timeout: 60_000,
}, async () => {
  const file = planFileText({ loadline: "plan", schemaVersion: 1, plan: testPlan() });
  const { id: planId } = await importPlan(ctx, { id: randomUUID(), file });
  const proposalId = await newProposal(ctx, { planId });
  const order = { proposalId, expectedVersion: 1, expectedPlanVersion: 1 };
  const { id: jobId } = await requestIssue(ctx, { id: randomUUID(), ...order });
  const found = async () => (await listJobs(ctx)).find(({ id }) => id === jobId);
  const issues = async () => (await getProposal(ctx, { proposalId })).issues.length;
  const attempt = () => runJob({ orgId: ctx.orgId, jobId }, ours, new AbortController());
  await onFullDisk("proposal_issue", attempt);
  expect(await found()).toMatchObject(diskFull);
  expect(await issues()).toBe(0);
  await retryJob(ctx, { jobId });
  await attempt();
  expect(await found()).toMatchObject({ state: "succeeded", error: null });
  expect(await issues()).toBe(1);
});
