import type { Metadata } from "next";
import { PlansScreen } from "@/components/plans/plans-screen";
import { can } from "@/lib/auth/permissions";
import { requireContext } from "@/lib/auth/session";
import { nextMonth } from "@/lib/services/plans";
import { currentPlans } from "../../current-plans";
import { hiddenReviews } from "../../hidden-reviews";
import { withAnswers } from "./plan-answers";

export const metadata: Metadata = { title: "Plans" };

export default async function PlansPage() {
  const ctx = await requireContext();
  const { plans, defaults } = await currentPlans();
  const { startMonth, currency } = defaults;
  return (
    <PlansScreen
      hidden={await hiddenReviews()}
      plans={await withAnswers(ctx, plans)}
      canEdit={can(ctx.role, "plan:write")}
      startMonth={startMonth ?? nextMonth(new Date())}
      {...(currency && { currency })}
    />
  );
}
