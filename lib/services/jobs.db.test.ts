import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import type { Context } from "@/lib/auth/context";
import { inOneTransaction, withOrganization } from "@/lib/data/client";
import { insertFile } from "@/lib/data/stored-files";
import { newMember } from "@/lib/testing/member";
import { as, byOwner, newOrganization } from "@/lib/testing/organization";
import { cancelJob, getJobFile, listJobs, removeJob, retryJob } from "./jobs";
import { requestExport } from "./organization-export";

let ctx: Context;
beforeEach(async () => {
  ctx = await newOrganization();
});

const request = async (by = ctx) => (await requestExport(by, { id: randomUUID() })).id;
const queued = (jobId: string) =>
  byOwner<{ data: object; group: string }>(
    ctx.orgId,
    `select data, group_id as "group" from pgboss.job where data ->> 'jobId' = $1`,
    [jobId],
  );

it("is asked for once however often the form was sent, and the queue knows its key alone", async () => {
  const id = randomUUID();
  await Promise.all(Array.from({ length: 20 }, () => requestExport(ctx, { id })));
  expect(await listJobs(ctx)).toMatchObject([{ id, state: "queued", attempt: 0, isOwn: true }]);
  expect(await queued(id)).toEqual([{ data: { orgId: ctx.orgId, jobId: id }, group: ctx.orgId }]);
});

it("is in the queue with its row, or neither is anywhere", async () => {
  const id = randomUUID();
  const failing = inOneTransaction(ctx.orgId, async () => {
    await requestExport(ctx, { id });
    throw new Error("on purpose");
  });
  await expect(failing).rejects.toThrow("on purpose");
  expect(await listJobs(ctx)).toEqual([]);
  expect(await queued(id)).toEqual([]);
});

it("is cancelled, retried and deleted, each as often as one likes", async () => {
  const jobId = await request();
  await expect(removeJob(ctx, { jobId })).rejects.toMatchObject({ code: "CONFLICT" });
  await Promise.all([1, 2, 3].map(() => cancelJob(ctx, { jobId })));
  expect(await listJobs(ctx)).toMatchObject([{ state: "cancelled" }]);
  await Promise.all([1, 2, 3].map(() => retryJob(ctx, { jobId })));
  expect(await listJobs(ctx)).toMatchObject([{ state: "queued", finishedAt: null }]);
  expect(await queued(jobId)).toHaveLength(2);
  await cancelJob(ctx, { jobId });
  await removeJob(ctx, { jobId });
  await expect(removeJob(ctx, { jobId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  const audited = "select action from audit_event where subject_id = $1 order by at";
  const events = await byOwner<{ action: string }>(ctx.orgId, audited, [jobId]);
  expect(events.map(({ action }) => action)).toEqual([
    ...["create", "cancel", "retry", "cancel", "remove"],
  ]);
});

it("is its member's own, and an administrator's too", async () => {
  const admin = await newMember(ctx, "admin");
  const jobId = await request(admin);
  const editor = await newMember(ctx, "editor");
  expect(await listJobs(editor)).toEqual([]);
  for (const refused of [cancelJob, retryJob, removeJob, getJobFile])
    await expect(refused(editor, { jobId })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(cancelJob(as(ctx, "viewer"), { jobId })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  expect(await listJobs(ctx)).toMatchObject([
    { id: jobId, isOwn: false, requestedByName: "Member" },
  ]);
  await cancelJob(ctx, { jobId });
});

it("is no business of another organization", async () => {
  const jobId = await request();
  const stranger = await newOrganization();
  const refused = (id: string) =>
    cancelJob(stranger, { jobId: id }).catch((error) => error.message);
  expect(await refused(jobId)).toBe(await refused(randomUUID()));
  expect(await refused("'; drop table job; --")).toBe(await refused(randomUUID()));
  expect(await listJobs(ctx)).toMatchObject([{ state: "queued" }]);
});

it("are at most 10 at a time", async () => {
  const first = await request();
  for (let job = 1; job < 10; job += 1) await request();
  await expect(request()).rejects.toMatchObject({
    code: "INVALID",
    message: expect.stringMatching(/^10 jobs wait or run in this organization already\./),
  });
  await cancelJob(ctx, { jobId: first });
  await request();
});

function keep(jobId: string, bytes: Uint8Array<ArrayBuffer>, mostInAll?: number) {
  const file = { name: "a.zip", mediaType: "application/zip", bytes };
  const kept = { createdByUserId: ctx.userId, expiresAt: new Date(Date.now() + 60_000) };
  return withOrganization(ctx.orgId, (tx) =>
    insertFile(tx, ctx.orgId, { ...file, ...kept, purpose: "job-output", jobId }, mostInAll),
  );
}

it("keeps a file byte for byte, and one of a kind for a job", async () => {
  const jobId = await request();
  const bytes = Uint8Array.from({ length: 512 }, (_, at) => at % 256);
  await keep(jobId, bytes);
  const file = await getJobFile(ctx, { jobId });
  expect(Buffer.from(file.bytes).equals(Buffer.from(bytes))).toBe(true);
  await expect(keep(jobId, bytes)).rejects.toThrow(/[Uu]nique/);
  expect(
    await byOwner(
      ctx.orgId,
      "select 1 from audit_event where action = 'download' and org_id = $1",
      [ctx.orgId],
    ),
  ).toHaveLength(1);
});

it("gives its file to nobody who may not ask for it any more, also not to whoever did", async () => {
  const admin = await newMember(ctx, "admin");
  const jobId = await request(admin);
  await keep(jobId, new Uint8Array(8));
  await getJobFile(admin, { jobId });
  await expect(getJobFile(as(admin, "editor"), { jobId })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});

it("is downloaded by more at once than there are connections", async () => {
  const jobId = await request();
  await keep(jobId, new Uint8Array(8));
  const files = await Promise.all(Array.from({ length: 20 }, () => getJobFile(ctx, { jobId })));
  expect(files.map(({ bytes }) => bytes.byteLength)).toEqual(Array.from({ length: 20 }, () => 8));
});

it("refuses a file that is too large, alone or with the others", async () => {
  const jobId = await request();
  const megabytes = (count: number) => new Uint8Array(count * 1024 * 1024);
  await expect(keep(jobId, megabytes(33))).rejects.toMatchObject({
    code: "INVALID",
    message: expect.stringMatching(/^The file has 33 MB, and a file may have at most 32 MB\./),
  });
  await keep(jobId, megabytes(1));
  await expect(keep(await request(), megabytes(2), 2 * 1024 * 1024)).rejects.toMatchObject({
    message: expect.stringMatching(/^The files of an organization may have 2 MB together\./),
  });
});
