import { withOrganization } from "@/lib/data/client";
import { deleteExpiredJobs } from "@/lib/data/jobs";
import { deleteExpiredFiles, listOrganizationsWithExpired } from "@/lib/data/stored-files";
import { log } from "@/lib/log/logger";

export type Removed = { readonly files: number; readonly jobs: number };

/** Deletes the files and jobs whose time is over, inside each organization as everything else; one that fails waits for the next time. */
export async function keepRetention(): Promise<Removed> {
  const removed = { files: 0, jobs: 0 };
  for (const orgId of await listOrganizationsWithExpired())
    await withOrganization(orgId, async (tx) => {
      removed.files += await deleteExpiredFiles(tx, orgId);
      removed.jobs += await deleteExpiredJobs(tx, orgId);
    }).catch((error: unknown) => log().warn({ err: error, organization: orgId }, "retention"));
  return removed;
}
