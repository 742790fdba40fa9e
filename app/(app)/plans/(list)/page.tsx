import type { Metadata } from "next";
import { PlansScreen } from "@/components/plans/plans-screen";
import { can } from "@/lib/auth/permissions";
import { requireContext } from "@/lib/auth/session";
import { getOrganization } from "@/lib/services/organization-settings";
import { nextMonth } from "@/lib/services/plans";
import { currentPlans } from "../../current-plans";
import { withAnswers } from "./plan-answers";

export const metadata: Metadata = { title: "Plans" };

export default async function PlansPage() {
  const ctx = await requireContext();
  const { startMonth, currency } = (await getOrganization(ctx)).settings;
  return (
    <PlansScreen
      plans={await withAnswers(ctx, await currentPlans())}
      canEdit={can(ctx.role, "plan:write")}
      startMonth={startMonth ?? nextMonth(new Date())}
      {...(currency && { currency })}
    />
  );
}
