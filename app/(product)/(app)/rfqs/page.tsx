import type { Metadata } from "next";
import { RfqsScreen } from "@/components/rfqs/rfqs-screen";
import { can } from "@/lib/auth/permissions";
import { requireContext } from "@/lib/auth/session";
import { templateCurrency } from "@/lib/catalog/templates";
import { getOrganization } from "@/lib/services/organization-settings";
import { listRfqs } from "@/lib/services/rfqs";
import { rfqRow } from "@/lib/views/rfqs";

export const metadata: Metadata = { title: "RFQs" };

export default async function RfqsPage() {
  const ctx = await requireContext();
  const rows = (await listRfqs(ctx)).map(rfqRow);
  const { settings } = await getOrganization(ctx);
  return (
    <RfqsScreen
      rows={rows}
      currency={settings.currency ?? templateCurrency}
      canEdit={can(ctx.role, "quote:write")}
    />
  );
}
