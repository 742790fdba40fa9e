import type { Metadata } from "next";
import { OptionsTab } from "@/components/forms/options/options-tab";
import { requireContext } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { listNewerRevisions } from "@/lib/services/quote-plans";

export const metadata: Metadata = { title: "Options" };

type Props = PageProps<"/plans/[planId]/options">;

export default async function OptionsPage({ params }: Props) {
  const [ctx, { planId }] = [await requireContext(), await params];
  return <OptionsTab newerRevisions={await orNone(listNewerRevisions(ctx, { planId }))} />;
}

/** A plan that is not here is the layout's to tell of. */
async function orNone<T>(found: Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof AppError) return [];
    throw error;
  }
}
