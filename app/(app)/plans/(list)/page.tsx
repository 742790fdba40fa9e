import type { Metadata } from "next";
import { PlansScreen } from "@/components/plans/plans-screen";
import { can } from "@/lib/auth/permissions";
import { requireContext } from "@/lib/auth/session";
import { nextMonth } from "@/lib/services/plans";
import { currentPlans } from "../../current-plans";
import { withAnswers } from "./plan-answers";

export const metadata: Metadata = { title: "Plans" };

export default async function PlansPage() {
  const ctx = await requireContext();
  return (
    <PlansScreen
      plans={await withAnswers(ctx, await currentPlans())}
      canEdit={can(ctx.role, "plan:write")}
      startMonth={nextMonth(new Date())}
    />
  );
}
