import type { ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, inject, it, vi } from "vitest";
import type { Context } from "@/lib/auth/context";
import { closeDatabase, withOrganization } from "@/lib/data/client";
import { planFileText } from "@/lib/exporters/plan-file";
import { maxAttempts } from "@/lib/schemas/job";
import { listJobs } from "@/lib/services/jobs";
import { importPlan } from "@/lib/services/plans";
import { getProposalFile, requestProposalFile } from "@/lib/services/proposal-files";
import { issueProposal, requestIssue } from "@/lib/services/proposal-issues";
import { openMigratedDatabase } from "@/lib/testing/migrated-database";
import { byOwner, newOrganization } from "@/lib/testing/organization";
import { testPlan } from "@/lib/testing/plan";
import { newProposal } from "@/lib/testing/proposal";
import { hold, waiting } from "./testing/hold-tables";
import { endWorker, spawnWorker } from "./testing/worker-process";

/** `npm run test:deep` kills fifty times, `npm test` eight times. */
const kills = inject("propertyRuns") === "deep" ? 50 : 8;
/** A job that is killed in all its attempts is given up by design: each is killed less often. */
const mostKillsOfOne = maxAttempts - 2;
/** So many wait at any time while workers die. */
const queued = 4;
/** All that wait may come before the one that is looked at. */
const inTurn = { ...waiting, timeout: waiting.timeout * queued };

let stopDatabase: () => Promise<void>;
let worker: ChildProcess | undefined;

beforeAll(async () => {
  // Apart from the other tests’: a worker takes every job it finds.
  stopDatabase = await openMigratedDatabase();
}, 60_000);
afterAll(async () => {
  if (worker) await endWorker(worker, "SIGKILL");
  await closeDatabase();
  await stopDatabase();
});

/** Of an issue that was really computed. */
async function issuedProposal(ctx: Context): Promise<string> {
  const file = planFileText({ loadline: "plan", schemaVersion: 1, plan: testPlan() });
  const { id: planId } = await importPlan(ctx, { id: randomUUID(), file });
  const proposalId = await newProposal(ctx, { planId });
  const order = { proposalId, expectedVersion: 1, expectedPlanVersion: 1 };
  const { id: jobId } = await requestIssue(ctx, { id: randomUUID(), ...order });
  const tools = { jobId, signal: new AbortController().signal, report: async () => {} };
  const { write } = await issueProposal(ctx, tools);
  await withOrganization(ctx.orgId, async (tx) => write?.(tx));
  await byOwner(ctx.orgId, "update job set state = 'succeeded' where id = $1", [jobId]);
  return proposalId;
}

/** What the worker needs next: as it begins, as it reads, as it writes, and once all is written. */
const places = ["membership", "proposal_issue", "approval_step", "stored_file", "queue"] as const;
type Place = (typeof places)[number];

/** Kills the worker when it comes to this place of whatever it does; how far that was, the lock tells. */
async function killAt(place: Place): Promise<void> {
  const held = await hold(place === "queue" ? "pgboss.job_common" : place);
  worker = spawnWorker();
  await held.untilReached(place === "queue" ? "pgboss.job_common" : place);
  await endWorker(worker, "SIGKILL");
  await held.letGo();
}

it(`of a worker that is killed ${kills} times at random places, no file is lost and none is made twice`, {
  timeout: 120_000 + kills * 20_000,
}, async () => {
  const ctx = await newOrganization();
  const proposalId = await issuedProposal(ctx);
  const ids: string[] = [];
  const jobs = async () => (await listJobs(ctx)).filter(({ id }) => ids.includes(id));
  const isOpen = ({ state }: { readonly state: string }) => state !== "succeeded";
  const fillQueue = async () => {
    for (let open = (await jobs()).filter(isOpen).length; open < queued; open += 1) {
      const order = { format: "pdf", proposalId, of: { issue: 1 } } as const;
      ids.push((await requestProposalFile(ctx, { id: randomUUID(), ...order })).id);
    }
  };
  const some = fc.sample(fc.constantFrom(...places), { numRuns: kills, seed: 20_261_128 });
  for (const place of some) {
    await fillQueue();
    const tired = (await jobs()).find((job) => isOpen(job) && job.attempt >= mostKillsOfOne);
    if (tired) {
      worker = spawnWorker();
      await vi.waitFor(
        async () =>
          expect((await jobs()).find(({ id }) => id === tired.id)?.state).toBe("succeeded"),
        inTurn,
      );
      await endWorker(worker, "SIGKILL");
      await fillQueue();
    }
    await killAt(place);
  }
  worker = spawnWorker();
  for (const id of ids)
    await vi.waitFor(
      async () => expect((await jobs()).find((job) => job.id === id)?.state).toBe("succeeded"),
      inTurn,
    );
  for (const id of ids) {
    const made = "select 1 from stored_file where job_id = $1";
    const ends = "select 1 from audit_event where subject_id = $1 and action = 'finish'";
    const [stored, finished] = await Promise.all(
      [made, ends].map((query) => byOwner(ctx.orgId, query, [id])),
    );
    expect([stored?.length, finished?.length]).toEqual([1, 1]);
    const { bytes } = await getProposalFile(ctx, { proposalId, jobId: id });
    expect(new TextDecoder().decode(bytes.subarray(0, 5))).toBe("%PDF-");
  }
});
