import type { Metadata } from "next";
import { JobList } from "@/components/jobs/job-list";
import { RequestExport } from "@/components/jobs/request-export";
import { SettingsSection } from "@/components/settings/settings-section";
import { can } from "@/lib/auth/permissions";
import { requireSignedIn } from "@/lib/auth/session";
import { listJobs } from "@/lib/services/jobs";
import { isAnyOpen, jobRows } from "@/lib/views/jobs";
import { exportDescription, jobsDescription, whyNoExport } from "@/lib/views/jobs-words";

export const metadata: Metadata = { title: "Jobs" };

export default async function JobsPage() {
  const { ctx, account } = await requireSignedIn();
  const rows = can(ctx.role, "job:manage") ? jobRows(await listJobs(ctx)) : [];
  const mayExport = can(ctx.role, "organization:export") && !account.isSample;
  return (
    <>
      <SettingsSection title="Export everything" description={exportDescription}>
        {mayExport ? (
          <RequestExport isBusy={isAnyOpen(rows)} />
        ) : (
          <p className="text-ink-2 text-sm">{whyNoExport(account.isSample)}</p>
        )}
      </SettingsSection>
      <SettingsSection title="Jobs" description={jobsDescription(can(ctx.role, "job:manage-all"))}>
        <JobList rows={rows} />
      </SettingsSection>
    </>
  );
}
