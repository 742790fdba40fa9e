import type { ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, inject, it, vi } from "vitest";
import { closeDatabase } from "@/lib/data/client";
import { planFileText } from "@/lib/exporters/plan-file";
import type { Plan } from "@/lib/schemas/plan";
import type { FileFormat } from "@/lib/schemas/proposal-file";
import { listJobs } from "@/lib/services/jobs";
import { importPlan } from "@/lib/services/plans";
import { requestProposalFile } from "@/lib/services/proposal-files";
import { requestIssue } from "@/lib/services/proposal-issues";
import { getProposal, saveProposal } from "@/lib/services/proposals";
import { largestPlan } from "@/lib/testing/largest-plan";
import { openMigratedDatabase } from "@/lib/testing/migrated-database";
import { newOrganization } from "@/lib/testing/organization";
import { newProposal } from "@/lib/testing/proposal";
import { endWorker, spawnWorker } from "./testing/worker-process";

/** `npm run test:deep` makes every file, the largest that are not refused among them; they take minutes. */
const isDeep = inject("propertyRuns") === "deep";
const largeFiles: readonly FileFormat[] = isDeep ? ["pptx", "csv", "json"] : ["json"];
const notRefused = isDeep ? { xlsx: 35, pdf: 10 } : { xlsx: 10, pdf: 4 };

let stopDatabase: () => Promise<void>;
let worker: ChildProcess;

beforeAll(async () => {
  stopDatabase = await openMigratedDatabase();
  worker = spawnWorker();
}, 60_000);
afterAll(async () => {
  await endWorker(worker, "SIGKILL");
  await closeDatabase();
  await stopDatabase();
});

/** The largest workbook takes half a minute of a quiet machine. */
const patience = { timeout: 150_000, interval: 100 };

async function proposalOf(plan: Plan) {
  const ctx = await newOrganization();
  const file = planFileText({ loadline: "plan", schemaVersion: 1, plan });
  const { id: planId } = await importPlan(ctx, { id: randomUUID(), file });
  const proposalId = await newProposal(ctx, { planId });
  const ended = (id: string) =>
    vi.waitFor(async () => {
      const job = (await listJobs(ctx)).find((one) => one.id === id);
      expect(job?.state).toMatch(/succeeded|failed/);
      return { error: job?.error ?? null, attempt: job?.attempt };
    }, patience);
  const issued = async () => {
    const { version, planVersion } = await getProposal(ctx, { proposalId });
    const order = { proposalId, expectedVersion: version, expectedPlanVersion: planVersion };
    return ended((await requestIssue(ctx, { id: randomUUID(), ...order })).id);
  };
  const made = async (format: FileFormat) => {
    const { version, planVersion } = await getProposal(ctx, { proposalId });
    const of = { version, planVersion };
    return ended((await requestProposalFile(ctx, { id: randomUUID(), proposalId, format, of })).id);
  };
  const hide = async (...kinds: readonly string[]) => {
    const { content, version } = await getProposal(ctx, { proposalId });
    const sections = content.sections.map((one) => ({
      ...one,
      isShown: one.isShown && !kinds.includes(one.kind),
    }));
    const changed = { ...content, sections };
    await saveProposal(ctx, { proposalId, expectedVersion: version, content: changed });
  };
  const opened = () => getProposal(ctx, { proposalId });
  return { issued, made, hide, opened };
}

const whole = { error: null, attempt: 1 };
const refused = (words: RegExp) => ({ error: expect.stringMatching(words), attempt: 1 });

it("makes each file of the largest plan there can be, or says what to leave out, in the worker's memory", {
  timeout: 600_000,
}, async () => {
  const { issued, made, hide, opened } = await proposalOf(largestPlan());
  expect(await issued()).toEqual(refused(/more than 20 minutes.*Hide both/));
  expect((await opened()).issues).toEqual([]);

  await hide("summary", "sensitivity");
  for (const format of largeFiles) expect([format, await made(format)]).toEqual([format, whole]);
  expect(await made("xlsx")).toEqual(
    refused(/50 workloads, 50 options and 120 months.*CSV or JSON/),
  );
  expect(await made("pdf")).toEqual(refused(/Hide \u201cAssumptions.*workbook, CSV or JSON/));
  await hide("assumptions", "lines", "break-even");
  if (isDeep) expect(await made("pdf")).toEqual(whole);
  expect(worker.exitCode).toBeNull();
});

it("makes a large workbook and PDF that it does not refuse", { timeout: 300_000 }, async () => {
  for (const format of ["xlsx", "pdf"] as const) {
    const rows = notRefused[format];
    const { made, hide } = await proposalOf(largestPlan(rows));
    await hide("summary", "sensitivity");
    expect([format, await made(format)]).toEqual([format, whole]);
  }
  expect(worker.exitCode).toBeNull();
});
