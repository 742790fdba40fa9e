import type { Metadata } from "next";
import { LinesScreen } from "@/components/quote-lines/lines-screen";
import { requireContext } from "@/lib/auth/session";
import { templateCurrency } from "@/lib/catalog/templates";
import { getOrganization } from "@/lib/services/organization-settings";
import { listSuppliers } from "@/lib/services/suppliers";

export const metadata: Metadata = { title: "Quote lines" };

export default async function QuoteLinesPage() {
  const ctx = await requireContext();
  const { settings } = await getOrganization(ctx);
  const suppliers = await listSuppliers(ctx);
  return (
    <LinesScreen
      currency={settings.currency ?? templateCurrency}
      suppliers={suppliers.map(({ id, name }) => ({ id, name }))}
    />
  );
}
