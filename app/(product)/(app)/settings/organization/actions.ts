"use server";

import { action } from "@/lib/adapters/action";
import { nothingInput } from "@/lib/schemas/inputs";
import { saveOrganizationInput } from "@/lib/schemas/organization-defaults";
import { getOrganization, saveOrganization } from "@/lib/services/organization-settings";

export const getOrganizationAction = action(nothingInput, getOrganization);
export const saveOrganizationAction = action(saveOrganizationInput, saveOrganization, {
  revalidate: "/",
});
