import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TechnicalReviewScreen } from "@/components/comparison/technical-review-screen";
import { requireContext } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { getTechnicalReview } from "@/lib/services/technical-reviews";

export const metadata: Metadata = { title: "Technical review" };

type Props = PageProps<"/reviews/[planId]">;

/** Stands outside the plan: what a plan's pages send has prices in it. */
export default async function TechnicalReviewPage({ params }: Props) {
  const [ctx, { planId }] = [await requireContext(), await params];
  return <TechnicalReviewScreen review={await reviewOf(getTechnicalReview(ctx, { planId }))} />;
}

async function reviewOf<T>(found: Promise<T>): Promise<T> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
