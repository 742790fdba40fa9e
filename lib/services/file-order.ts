import type { Context } from "@/lib/auth/context";
import { withOrganization } from "@/lib/data/client";
import { findJobInput } from "@/lib/data/job-inputs";
import type { JobKey } from "@/lib/data/job-queue";
import { type RequestFile, requestFileInput } from "@/lib/schemas/proposal-file";
import { readableIssue, readableProposal } from "./in-proposal";
import { noSuchJob } from "./job-keys";

/** What a file of a proposal was asked for, of a proposal and an issue that the caller may read now. */
export function readableOrder(ctx: Context, key: JobKey): Promise<RequestFile> {
  return withOrganization(ctx.orgId, async (tx) => {
    const order = requestFileInput.safeParse((await findJobInput(tx, key))?.input).data;
    if (!order) throw noSuchJob();
    const { proposalId, of } = order;
    await readableProposal(tx, ctx, proposalId);
    if ("issue" in of) await readableIssue(tx, ctx, { proposalId, issue: of.issue });
    return order;
  });
}
