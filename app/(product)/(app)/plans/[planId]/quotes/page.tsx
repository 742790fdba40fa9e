import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ComparisonResults } from "@/components/comparison/comparison-results";
import { requireContext } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import type { PlanQuotes } from "@/lib/schemas/plan-quotes";
import { getPlanQuotes } from "@/lib/services/quote-comparisons";
import { listNewerRevisions } from "@/lib/services/quote-plans";

export const metadata: Metadata = { title: "Quotes" };

type Props = PageProps<"/plans/[planId]/quotes">;

export default async function PlanQuotesPage({ params }: Props) {
  const [ctx, { planId }] = [await requireContext(), await params];
  const found = await quotesOf(planId, getPlanQuotes(ctx, { planId }));
  const newer = await listNewerRevisions(ctx, { planId });
  const today = new Date().toISOString().slice(0, 10);
  return <ComparisonResults found={found} newer={newer} today={today} />;
}

/** A plan that is not here is the layout's to tell of. */
async function quotesOf(planId: string, found: Promise<PlanQuotes>): Promise<PlanQuotes> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof AppError && error.code === "FORBIDDEN") redirect(`/reviews/${planId}`);
    if (error instanceof AppError) notFound();
    throw error;
  }
}
