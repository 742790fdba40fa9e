"use server";

import { action } from "@/lib/adapters/action";
import { createOrganizationInput, switchOrganizationInput } from "@/lib/schemas/member";
import { createOrganization, switchOrganization } from "@/lib/services/organizations";

export const switchOrganizationAction = action(switchOrganizationInput, switchOrganization);
export const createOrganizationAction = action(createOrganizationInput, createOrganization);
