import { switchOrganizationAction } from "@/app/(product)/(app)/organizations/actions";
import { attempt } from "@/components/plans/attempt";
import { tellOtherTabs } from "./other-tabs";

/** Moves the session and goes on to `next`; gives a sentence where it cannot. */
export async function enterOrganization(
  organizationId: string,
  next = "/plans",
): Promise<string | null> {
  const outcome = await attempt(
    () => switchOrganizationAction({ organizationId }),
    "Still in the same organization",
  );
  if (!outcome.ok) return outcome.message;
  tellOtherTabs(organizationId);
  // Not the router: what it remembers belongs to the organization left behind.
  window.location.assign(next);
  return null;
}
