import type { Context } from "@/lib/auth/context";
import { authorize, type Permission } from "@/lib/auth/permissions";
import { insertAuditEvent } from "@/lib/data/audit";
import { type Transaction, withOrganization } from "@/lib/data/client";
import type { JobKey } from "@/lib/data/job-queue";
import { findJobForUpdate, type JobHeld } from "@/lib/data/jobs";
import { AppError } from "@/lib/errors";
import type { JobKind } from "@/lib/schemas/job";
import { idOr } from "./ids";

export const noSuchJob = () =>
  new AppError("NOT_FOUND", "There is no such job. Jobs are deleted 30 days after they finish.");

export const jobKeyOf = (ctx: Context, jobId: string): JobKey => ({
  orgId: ctx.orgId,
  jobId: idOr(jobId, noSuchJob),
});

/** One's own; anybody's for an administrator. The job is locked until `change` is written. */
export function changeJob<T>(
  ctx: Context,
  jobId: string,
  change: (tx: Transaction, held: JobHeld & { readonly key: JobKey }) => Promise<T>,
): Promise<T> {
  const key = jobKeyOf(ctx, jobId);
  return withOrganization(ctx.orgId, async (tx) => {
    const held = await findJobForUpdate(tx, key);
    if (!held) throw noSuchJob();
    authorizeJob(ctx, held);
    return change(tx, { ...held, key });
  });
}

export function authorizeJob(ctx: Context, { createdByUserId }: Pick<JobHeld, "createdByUserId">) {
  if (createdByUserId !== ctx.userId) authorize(ctx, "job:manage-all");
}

/** What somebody must be allowed now to have what such a job makes. */
export const rightOf: Readonly<Record<JobKind, Permission>> = {
  "organization-export": "organization:export",
  "price-import": "catalog:write",
  "rfq-answer": "quote:write",
  "quote-lines-import": "quote:write",
  "proposal-issue": "proposal:write",
  "proposal-file": "proposal:read",
};

/** What happened to a job, by whom. */
export const recordJob = (
  tx: Transaction,
  ctx: Pick<Context, "orgId" | "userId">,
  {
    action,
    jobId,
    kind,
  }: { readonly action: string; readonly jobId: string; readonly kind: string },
): Promise<void> =>
  insertAuditEvent(tx, ctx, { action, subject: "job", subjectId: jobId, detail: { kind } });
