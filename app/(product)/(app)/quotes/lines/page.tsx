import type { Metadata } from "next";
import { HiddenPricesNote } from "@/components/comparison/hidden-prices-note";
import { LinesScreen } from "@/components/quote-lines/lines-screen";
import { requireContext } from "@/lib/auth/session";
import { templateCurrency } from "@/lib/catalog/templates";
import { getOrganization } from "@/lib/services/organization-settings";
import { listSuppliers } from "@/lib/services/suppliers";
import { hiddenReviews } from "../../hidden-reviews";

export const metadata: Metadata = { title: "Quote lines" };

export default async function QuoteLinesPage() {
  const ctx = await requireContext();
  const { settings } = await getOrganization(ctx);
  const suppliers = await listSuppliers(ctx);
  return (
    <LinesScreen
      note={<HiddenPricesNote what="quotes" reviews={await hiddenReviews()} />}
      currency={settings.currency ?? templateCurrency}
      suppliers={suppliers.map(({ id, name }) => ({ id, name }))}
    />
  );
}
