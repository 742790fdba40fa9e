import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type Holds, openHolds } from "@/lib/data/job-holds";
import type { JobKey } from "@/lib/data/job-queue";
import { listJobs } from "@/lib/services/jobs";
import { requestExport } from "@/lib/services/organization-export";
import { newOrganization } from "@/lib/testing/organization";
import { AgainError, runJob } from "./run-job";

const heard = { onWake: () => {}, onCancel: () => {} };
let ours: Holds;
let theirs: Holds;
beforeAll(async () => {
  [ours, theirs] = [await openHolds(heard), await openHolds(heard)];
});
afterAll(() => Promise.all([ours.close(), theirs.close()]));

let key: JobKey;
let job: () => Promise<unknown>;
beforeEach(async () => {
  const ctx = await newOrganization();
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
