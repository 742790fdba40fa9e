import type { OrgId } from "@/lib/auth/context";
import type { ProposalFile, ProposalFilesOf } from "@/lib/schemas/proposal-file";
import type { Transaction } from "./client";

/** Of each format the newest file that was asked for, and how far it is. */
export const listProposalFiles = (
  tx: Transaction,
  orgId: OrgId,
  { proposalId, of }: ProposalFilesOf,
): Promise<readonly ProposalFile[]> => tx.$queryRaw<ProposalFile[]>`
  select distinct on (job.input->>'format')
    job.input->>'format' as format, job.id as "jobId", job.state::text as state, job.error,
    job.progress_fraction as "progressFraction", stored_file.name as "fileName"
  from job left join stored_file on stored_file.org_id = job.org_id
    and stored_file.job_id = job.id and stored_file.purpose = 'job-output'
  where job.org_id = ${orgId}::uuid and job.kind = 'proposal-file' and job.state <> 'cancelled'
    and job.input->>'proposalId' = ${proposalId} and job.input->'of' = ${JSON.stringify(of)}::jsonb
  order by job.input->>'format', job.created_at desc, job.id`;
