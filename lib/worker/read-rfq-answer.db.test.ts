import { randomUUID } from "node:crypto";
import { zipSync } from "fflate";
import { beforeEach, expect, it } from "vitest";
import type { Context } from "@/lib/auth/context";
import { withOrganization } from "@/lib/data/client";
import { findJobInput } from "@/lib/data/job-inputs";
import type { JobKey } from "@/lib/data/job-queue";
import { claimJob } from "@/lib/data/jobs";
import { rfqTemplate } from "@/lib/exporters/rfq-template";
import { cancelJob, getJob, retryJob } from "@/lib/services/jobs";
import type { JobTools } from "@/lib/services/organization-export";
import { getQuote, listQuotes } from "@/lib/services/quotes";
import { endRfq, sendRfq } from "@/lib/services/rfq-changes";
import { requestRfqAnswer } from "@/lib/services/rfq-imports";
import { getRfqPaper } from "@/lib/services/rfq-papers";
import { createRfq, getRfq, saveRfq } from "@/lib/services/rfqs";
import { fillTemplate, serialOf } from "@/lib/testing/fill-template";
import { newOrganization } from "@/lib/testing/organization";
import { testRfqContent } from "@/lib/testing/rfq";
import { attemptJob, SupersededError } from "./attempt-job";
import { readRfqAnswer } from "./read-rfq-answer";

let ctx: Context;
let at: { rfqId: string; supplierId: string };

beforeEach(async () => {
  ctx = await newOrganization();
  const rfqId = randomUUID();
  const content = testRfqContent();
  await createRfq(ctx, { id: rfqId, origin: null, content });
  const suppliers = ["Stavra"];
  await saveRfq(ctx, { rfqId, expectedVersion: 1, content, isSealed: false, suppliers });
  await sendRfq(ctx, { rfqId, expectedVersion: 2 });
  const { suppliers: asked } = await getRfq(ctx, { rfqId });
  at = { rfqId, supplierId: asked[0]?.supplierId ?? "" };
});

const quiet = { signal: new AbortController().signal, report: async () => {} };

async function request(bytes: Uint8Array): Promise<JobKey> {
  const id = randomUUID();
  const file = Buffer.from(bytes).toString("base64");
  await requestRfqAnswer(ctx, { ...at, id, fileName: "answer.xlsx", file });
  return { orgId: ctx.orgId, jobId: id };
}

/** As the worker does it; what is reported may be told to somebody. */
async function attempt(key: JobKey, report: JobTools["report"] = quiet.report): Promise<void> {
  const claim = await claimJob(key);
  if (!claim) throw new Error("nothing was claimed");
  await attemptJob(key, claim, { ...quiet, jobId: key.jobId, report });
}

async function readFile(bytes: Uint8Array) {
  const { jobId } = await request(bytes);
  return readRfqAnswer(ctx, { ...quiet, jobId });
}

async function filledIn(): Promise<Uint8Array> {
  const { bytes } = rfqTemplate(await getRfqPaper(ctx, at));
  const cells = { D6: "ST-77", D7: serialOf("2026-12-01"), K20: 289_450.1 };
  return fillTemplate(bytes, cells);
}

const answers = async () => (await getRfq(ctx, at)).suppliers.flatMap((one) => one.answers);

it("makes a quote of the template that the supplier filled in", { timeout: 30_000 }, async () => {
  const key = await request(await filledIn());
  await attempt(key);
  expect(await getJob(ctx, key)).toMatchObject({ state: "succeeded", counts: { lines: 2 } });
  const { quotes } = await listQuotes(ctx);
  const { revisions, attachments } = await getQuote(ctx, { quoteId: quotes[0]?.id ?? "" });
  expect(attachments).toMatchObject([{ id: key.jobId, name: "answer.xlsx", revision: 1 }]);
  expect(revisions[0]?.lines[0]?.unitPrice).toBe("289450.1");
  const kept = await withOrganization(ctx.orgId, (tx) => findJobInput(tx, key));
  expect(kept?.file).toBeNull();
});

it("takes in nothing of a job that was cancelled while it read, and all of it once it is begun again", {
  timeout: 30_000,
}, async () => {
  const key = await request(await filledIn());
  const cancelled = attempt(key, async (_fraction, step) => {
    if (step === "taking-in") await cancelJob(ctx, key);
  });
  await expect(cancelled).rejects.toThrow(SupersededError);
  expect([await answers(), (await listQuotes(ctx)).quotes]).toEqual([[], []]);
  await retryJob(ctx, key);
  await attempt(key);
  expect(await answers()).toHaveLength(1);
});

it("fails without an answer where the RFQ is closed while it reads", {
  timeout: 30_000,
}, async () => {
  const key = await request(await filledIn());
  const late = attempt(key, async (_fraction, step) => {
    if (step === "taking-in")
      await endRfq(ctx, { rfqId: at.rfqId, expectedVersion: 3, status: "closed" });
  });
  await expect(late).rejects.toMatchObject({ message: /takes no answers/ });
  expect(await answers()).toEqual([]);
  expect(await getJob(ctx, key)).toMatchObject({ state: "running" });
});

it("refuses what is no template, and what grows past all measure", {
  timeout: 30_000,
}, async () => {
  await expect(readFile(new TextEncoder().encode("number,price\n"))).rejects.toMatchObject({
    code: "INVALID",
    message: /no Excel workbook/,
  });
  const bomb = { "xl/workbook.xml": new Uint8Array(64 * 1024 * 1024) };
  await expect(readFile(zipSync(bomb))).rejects.toMatchObject({
    code: "INVALID",
    message: /far more than the template/,
  });
  expect((await listQuotes(ctx)).quotes).toEqual([]);
});
