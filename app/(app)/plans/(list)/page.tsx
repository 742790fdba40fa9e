import type { Metadata } from "next";
import { PlansScreen } from "@/components/plans/plans-screen";
import { can } from "@/lib/auth/permissions";
import { requireContext } from "@/lib/auth/session";
import { nextMonth } from "@/lib/services/plans";
import { currentPlans } from "../../current-plans";

export const metadata: Metadata = { title: "Plans" };

export default async function PlansPage() {
  const { role } = await requireContext();
  return (
    <PlansScreen
      plans={await currentPlans()}
      canEdit={can(role, "plan:write")}
      startMonth={nextMonth(new Date())}
    />
  );
}
