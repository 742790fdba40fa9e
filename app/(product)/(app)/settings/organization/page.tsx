import type { Metadata } from "next";
import { OrganizationForm } from "@/components/settings/organization-form";
import { requireContext } from "@/lib/auth/session";
import { getOrganization } from "@/lib/services/organization-settings";

export const metadata: Metadata = { title: "Organization" };

export default async function OrganizationPage() {
  return <OrganizationForm stored={await getOrganization(await requireContext())} />;
}
