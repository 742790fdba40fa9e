import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ImportReport } from "@/components/catalog/import-report";
import { JobList } from "@/components/jobs/job-list";
import { PageHead } from "@/components/shell/page-head";
import { requireContext } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { getPriceImport } from "@/lib/services/price-imports";
import { jobRows } from "@/lib/views/jobs";
import { priceReportView } from "@/lib/views/price-report";

export const metadata: Metadata = { title: "Import of prices" };

type Props = PageProps<"/catalog/import/[jobId]">;

export default async function PriceImportPage({ params }: Props) {
  const [ctx, { jobId }] = [await requireContext(), await params];
  const { job, report, taken } = await orNotFound(getPriceImport(ctx, { jobId }));
  return (
    <>
      <PageHead
        title="Import of prices"
        actions={
          <Link href="/catalog?whose=imported" className="link text-sm">
            Imported prices in the catalog
          </Link>
        }
      />
      <div className="mx-auto grid w-full max-w-[1680px] grid-cols-1 gap-4 px-4 py-5 md:px-7">
        <section aria-label="The import" className="card px-[18px] py-3">
          <JobList rows={jobRows([job])} />
        </section>
        {report && (
          <ImportReport
            key={taken.length}
            jobId={jobId}
            {...priceReportView({ ...report, taken })}
          />
        )}
      </div>
    </>
  );
}

async function orNotFound<T>(found: Promise<T>): Promise<T> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
