import type { Metadata } from "next";
import { ImportForm } from "@/components/catalog/import-form";
import { ImportLinks } from "@/components/catalog/import-links";
import { PageHead } from "@/components/shell/page-head";
import { can } from "@/lib/auth/permissions";
import { requireContext } from "@/lib/auth/session";
import { listPriceImports } from "@/lib/services/price-imports";
import { jobRows } from "@/lib/views/jobs";
import { importIsForEditors } from "@/lib/views/price-import-words";

export const metadata: Metadata = { title: "Import prices" };

export default async function ImportPricesPage() {
  const ctx = await requireContext();
  const mayImport = can(ctx.role, "catalog:write") && can(ctx.role, "job:manage");
  return (
    <>
      <PageHead title="Import prices" />
      <div className="mx-auto grid w-full max-w-3xl grid-cols-1 gap-4 px-4 py-5 md:px-7">
        {mayImport ? (
          <>
            <ImportForm today={new Date().toISOString().slice(0, 10)} />
            <ImportLinks rows={jobRows(await listPriceImports(ctx))} />
          </>
        ) : (
          <p className="text-ink-2">{importIsForEditors}</p>
        )}
      </div>
    </>
  );
}
