import { cache } from "react";
import { requireContext } from "@/lib/auth/session";
import { listPlansAndDefaults } from "@/lib/services/plans";

/** The rail and the list show the same plans, read once for each request. */
export const currentPlans = cache(async () => listPlansAndDefaults(await requireContext()));
