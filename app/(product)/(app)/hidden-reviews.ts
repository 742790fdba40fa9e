import { requireContext } from "@/lib/auth/session";
import type { HiddenReview } from "@/lib/schemas/technical-review";
import { listHiddenReviews } from "@/lib/services/technical-reviews";
import { currentPlans } from "./current-plans";

/** Asked of nobody but those from whom the list of plans hides some. */
export async function hiddenReviews(): Promise<readonly HiddenReview[]> {
  const { plans } = await currentPlans();
  if (!plans.some(({ pricesHidden }) => pricesHidden)) return [];
  return listHiddenReviews(await requireContext());
}
