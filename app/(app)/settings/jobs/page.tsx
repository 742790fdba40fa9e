import type { Metadata } from "next";
import { JobList } from "@/components/jobs/job-list";
import { RequestExport } from "@/components/jobs/request-export";
import { SettingsSection } from "@/components/settings/settings-section";
import { can } from "@/lib/auth/permissions";
import { requireSignedIn } from "@/lib/auth/session";
import { listJobs } from "@/lib/services/jobs";
import { isAnyOpen, jobRows } from "@/lib/views/jobs";

export const metadata: Metadata = { title: "Jobs" };

export default async function JobsPage() {
  const { ctx, account } = await requireSignedIn();
  const rows = can(ctx.role, "job:manage") ? jobRows(await listJobs(ctx)) : [];
  const mayExport = can(ctx.role, "organization:export") && !account.isSample;
  const whose = can(ctx.role, "job:manage-all") ? "of all members" : "of yours";
  return (
    <>
      <SettingsSection
        title="Export everything"
        description="All plans and templates as plan files, with the organization's defaults, in one ZIP file. Each plan file imports as it is."
      >
        {mayExport ? (
          <RequestExport isBusy={isAnyOpen(rows)} />
        ) : (
          <p className="text-ink-2 text-sm">{whyNot(account.isSample)}</p>
        )}
      </SettingsSection>
      <SettingsSection
        title="Jobs"
        description={`What runs while you do something else: imports and exports ${whose}. Files are kept for 7 days, jobs for 30 days after they end.`}
      >
        <JobList rows={rows} />
      </SettingsSection>
    </>
  );
}

const whyNot = (isSample: boolean) =>
  isSample
    ? "Visitors share the sample organization, so it is not exported as a whole. Download its plans one by one."
    : "You can download the plans one by one. Ask an administrator to export everything.";
