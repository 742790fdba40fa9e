import type { Metadata } from "next";
import { PlansScreen } from "@/components/plans/plans-screen";
import { can } from "@/lib/auth/permissions";
import { requireContext } from "@/lib/auth/session";
import { listPlans, nextMonth } from "@/lib/services/plans";

export const metadata: Metadata = { title: "Plans" };

export default async function PlansPage() {
  const ctx = await requireContext();
  return (
    <PlansScreen
      plans={await listPlans(ctx)}
      canEdit={can(ctx.role, "plan:write")}
      startMonth={nextMonth(new Date())}
    />
  );
}
