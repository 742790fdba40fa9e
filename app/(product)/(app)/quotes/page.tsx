import type { Metadata } from "next";
import { quotesAsked } from "@/components/quotes/quotes-address";
import { QuotesScreen } from "@/components/quotes/quotes-screen";
import { can } from "@/lib/auth/permissions";
import { requireContext } from "@/lib/auth/session";
import { templateCurrency } from "@/lib/catalog/templates";
import { listQuotes } from "@/lib/services/quotes";
import { listSuppliers } from "@/lib/services/suppliers";
import { rateNotes } from "@/lib/views/quote-rates";
import { quoteRow } from "@/lib/views/quotes";
import { hiddenReviews } from "../hidden-reviews";

export const metadata: Metadata = { title: "Quotes" };

export default async function QuotesPage({ searchParams }: PageProps<"/quotes">) {
  const ctx = await requireContext();
  const today = new Date().toISOString().slice(0, 10);
  const found = await listQuotes(ctx, quotesAsked(await searchParams, today));
  const { quotes, rates, planRates, newestPlan, shows, count, page } = found;
  const suppliers = await listSuppliers(ctx);
  const currency = found.currency ?? templateCurrency;
  return (
    <QuotesScreen
      hidden={await hiddenReviews()}
      rows={quotes.map((quote) => quoteRow(quote, { today, currency, rates }))}
      {...{ shows, count, page, currency, today }}
      suppliers={suppliers.map(({ id, name, quotes: held }) => ({ id, name, quotes: held }))}
      rateNotes={rateNotes(found.currencies, { currency, planRates, newestPlan })}
      canEdit={can(ctx.role, "quote:write")}
    />
  );
}
