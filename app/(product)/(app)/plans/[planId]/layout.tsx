import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { PlanElsewhere } from "@/components/shell/plan-elsewhere";
import { PlanWorkspace } from "@/components/workspace/plan-workspace";
import { findPlanElsewhere } from "@/lib/auth/plan-elsewhere";
import { requireContext } from "@/lib/auth/session";
import { newerFigures, ownRecordIds } from "@/lib/catalog/newer-figures";
import { ownEntriesOf } from "@/lib/catalog/own-record";
import { AppError } from "@/lib/errors";
import type { Plan } from "@/lib/schemas/plan";
import { listOwnRecords, listRecordsNamed } from "@/lib/services/catalog-entries";
import { getPlan } from "@/lib/services/plans";

type Props = LayoutProps<"/plans/[planId]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await planOf(params);
  return { title: "elsewhere" in found ? "A plan of another organization" : found.plan.name };
}

export default async function PlanLayout({ children, params }: Props) {
  const found = await planOf(params);
  if ("elsewhere" in found) return <PlanElsewhere {...found.elsewhere} />;
  return (
    <PlanWorkspace stored={found} {...(await catalogFor(found.plan))}>
      {children}
    </PlanWorkspace>
  );
}

/** What forms offer beside the shared catalog, and what the catalog says otherwise by now. */
async function catalogFor(plan: Plan) {
  const ctx = await requireContext();
  const entered = await listOwnRecords(ctx);
  const imported = await listRecordsNamed(ctx, { recordIds: ownRecordIds(plan, entered) });
  const today = new Date().toISOString().slice(0, 10);
  return {
    ownCatalog: { entries: entered.flatMap(ownEntriesOf), today },
    newer: newerFigures(plan, [...entered, ...imported]),
  };
}

/** A plan that is not here may be in another of the user's organizations: a link should lead there. */
async function planOf(params: Props["params"]) {
  const [ctx, { planId }] = [await requireContext(), await params];
  try {
    return await getPlan(ctx, { planId });
  } catch (error) {
    // Every member may read plans, so this one hides its prices from who asks.
    if (error instanceof AppError && error.code === "FORBIDDEN") redirect(`/reviews/${planId}`);
    if (!(error instanceof AppError && error.code === "NOT_FOUND")) throw error;
    return { elsewhere: (await findPlanElsewhere(ctx, planId)) ?? notFound() };
  }
}
