import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { SupplierScreen } from "@/components/suppliers/supplier-screen";
import { can } from "@/lib/auth/permissions";
import { requireContext } from "@/lib/auth/session";
import { templateCurrency } from "@/lib/catalog/templates";
import { AppError } from "@/lib/errors";
import { getOrganization } from "@/lib/services/organization-settings";
import { getSupplier } from "@/lib/services/suppliers";
import { quoteRow } from "@/lib/views/quotes";
import { rfqRow } from "@/lib/views/rfqs";

type Props = PageProps<"/suppliers/[supplierId]">;

const supplierOf = cache(async (supplierId: string) => {
  try {
    return await getSupplier(await requireContext(), { supplierId });
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await supplierOf((await params).supplierId)).supplier.name };
}

export default async function SupplierPage({ params }: Props) {
  const { supplier, rfqs, quotes } = await supplierOf((await params).supplierId);
  const ctx = await requireContext();
  const { settings } = await getOrganization(ctx);
  const today = new Date().toISOString().slice(0, 10);
  return (
    <SupplierScreen
      key={supplier.version}
      supplier={supplier}
      rfqs={rfqs.map(rfqRow)}
      quotes={quotes.map((quote) =>
        quoteRow(quote, { today, currency: quote.currency, rates: [] }),
      )}
      currency={settings.currency ?? templateCurrency}
      today={today}
      canEdit={can(ctx.role, "quote:write")}
    />
  );
}
