import type { Metadata } from "next";
import { Comparison } from "@/components/history/comparison";
import { numberOfAddress, orNotFound } from "@/lib/adapters/page";
import { requireContext } from "@/lib/auth/session";
import { comparePlanVersions } from "@/lib/services/plan-history";
import { versionComparison } from "@/lib/views/plan-history";

export const metadata: Metadata = { title: "Two versions" };

export default async function ComparePage({
  params,
  searchParams,
}: PageProps<"/plans/[planId]/history/compare">) {
  const { planId } = await params;
  const asked = await searchParams;
  const [from, to] = [numberOfAddress(asked.from) ?? 1, numberOfAddress(asked.to)];
  const ctx = await requireContext();
  const compared = await orNotFound(comparePlanVersions(ctx, { planId, from, to }));
  const { version, canEdit } = compared;
  return (
    <Comparison
      {...{ planId, version, canEdit }}
      comparison={versionComparison(planId, compared.from, compared.to)}
    />
  );
}
