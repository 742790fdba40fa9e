import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import { isSampleOrganization } from "@/lib/data/api-keys";
import { type Transaction, withOrganization } from "@/lib/data/client";
import { findJobForUpdate, insertJob } from "@/lib/data/jobs";
import { findOrganizationSettings } from "@/lib/data/organization-settings";
import { findTemplatePlan, listTemplates } from "@/lib/data/plan-templates";
import { findPlan, listPlans } from "@/lib/data/plans";
import { type NewFile, refuseTooLarge } from "@/lib/data/stored-files";
import { AppError } from "@/lib/errors";
import { type Archived, archiveFileName, openArchive } from "@/lib/exporters/organization-archive";
import type { JobCounts, JobStep } from "@/lib/schemas/job";
import { withoutDangling } from "@/lib/schemas/references";
import { jobKeyOf, recordJob } from "./job-keys";
import { type JobChanged, refuseTooManyJobs } from "./jobs";
import { packProposals } from "./proposals-export";
import { packQuotes } from "./quotes-export";
import { packRecords } from "./records-export";

/** Asks for everything of the organization in one file; the id is the client's, so that a form sent twice makes one job. */
export async function requestExport(
  ctx: Context,
  { id }: { readonly id: string },
): Promise<JobChanged> {
  authorize(ctx, "organization:export");
  const key = jobKeyOf(ctx, id);
  return withOrganization(ctx.orgId, async (tx) => {
    if (await isSampleOrganization(tx, ctx.orgId))
      throw new AppError(
        "FORBIDDEN",
        "Visitors share the sample organization, so it is not exported as a whole. Download its plans one by one.",
      );
    if (await findJobForUpdate(tx, key)) return { id: key.jobId };
    await refuseTooManyJobs(tx, ctx);
    const kind = "organization-export";
    if (await insertJob(tx, key, { kind, createdByUserId: ctx.userId }))
      await recordJob(tx, ctx, { action: "create", jobId: key.jobId, kind });
    return { id: key.jobId };
  });
}

/** How a job says how far it is, and hears that it should end. */
export type JobTools = {
  readonly jobId: string;
  readonly signal: AbortSignal;
  readonly report: (fraction: number, step: JobStep) => Promise<void>;
};

export type JobOutcome = {
  /** What it made to be downloaded; null for nothing. */
  readonly file: NewFile | null;
  readonly counts: JobCounts;
  /** What it changes, in the transaction that ends the job: done with it, or not at all. */
  readonly write?: (tx: Transaction) => Promise<void>;
};

/** The work of that job: plan after plan, each whole as it is at that moment, so that nothing waits for it. */
export async function makeExport(ctx: Context, tools: JobTools): Promise<JobOutcome> {
  authorize(ctx, "organization:export");
  const { orgId } = ctx;
  const { settings, plans, templates } = await withOrganization(orgId, async (tx) => ({
    ...(await findOrganizationSettings(tx, orgId)),
    plans: await listPlans(tx, orgId),
    templates: await listTemplates(tx, orgId),
  }));
  const reads = [
    ...plans.map(
      ({ id }) =>
        () =>
          readPlan(ctx, id),
    ),
    ...templates.map((template) => () => readTemplate(ctx, template)),
  ];
  const exportedAt = new Date().toISOString();
  const archive = openArchive({ organization: settings, exportedAt });
  const counts: Record<string, number> = { plans: 0, templates: 0 };
  for (const [done, read] of reads.entries()) {
    await tools.report(done / (reads.length + 1) / 2, "reading");
    const found = await read();
    if (!found) continue;
    archive.add(found);
    refuseTooLarge(archive.size());
    counts[found.folder] = (counts[found.folder] ?? 0) + 1;
  }
  // Before what came with the quotes, which takes the room that is left.
  await packProposals(ctx, archive, { counts });
  await packQuotes(ctx, archive, { counts, report: tools.report });
  await packRecords(ctx, archive, { plans, counts });
  await tools.report(0.99, "writing");
  const name = archiveFileName(settings.name, exportedAt);
  return { file: { name, mediaType: "application/zip", bytes: archive.end() }, counts };
}

/** Null where it was deleted since the list was read. */
async function readPlan({ orgId }: Context, id: string): Promise<Archived | null> {
  const held = await withOrganization(orgId, (tx) => findPlan(tx, orgId, id));
  if (!held) return null;
  const { version, archived, updatedAt } = held;
  const about = { version, archived, updatedAt: updatedAt.toISOString() };
  return { folder: "plans", id, plan: withoutDangling(held.plan), about };
}

async function readTemplate(
  { orgId }: Context,
  { id, name, description }: { id: string; name: string; description: string },
): Promise<Archived | null> {
  const plan = await withOrganization(orgId, (tx) => findTemplatePlan(tx, orgId, id));
  return plan && { folder: "templates", id, plan: { ...plan, name }, about: { description } };
}
