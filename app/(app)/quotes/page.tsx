import type { Metadata } from "next";
import { QuotesScreen } from "@/components/quotes/quotes-screen";
import { can } from "@/lib/auth/permissions";
import { requireContext } from "@/lib/auth/session";
import { templateCurrency } from "@/lib/catalog/templates";
import { listQuotes } from "@/lib/services/quotes";
import { listSuppliers } from "@/lib/services/suppliers";
import { quoteRow } from "@/lib/views/quotes";
import { hiddenReviews } from "../hidden-reviews";

export const metadata: Metadata = { title: "Quotes" };

export default async function QuotesPage() {
  const ctx = await requireContext();
  const { quotes, rates, currency: own } = await listQuotes(ctx);
  const suppliers = await listSuppliers(ctx);
  const today = new Date().toISOString().slice(0, 10);
  const currency = own ?? templateCurrency;
  return (
    <QuotesScreen
      hidden={await hiddenReviews()}
      rows={quotes.map((quote) => quoteRow(quote, { today, currency, rates }))}
      suppliers={suppliers.map(({ name }) => name)}
      currency={currency}
      today={today}
      canEdit={can(ctx.role, "quote:write")}
    />
  );
}
