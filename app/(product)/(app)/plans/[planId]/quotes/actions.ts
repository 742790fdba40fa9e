"use server";

import { action } from "@/lib/adapters/action";
import { awardInput, saveMemoInput, undoAwardInput } from "@/lib/schemas/quote-award";
import { saveReviewInput, scoreInput } from "@/lib/schemas/quote-review";
import { awardPlan, saveAwardMemo, undoAward } from "@/lib/services/quote-awards";
import { saveQuoteReview, scoreQuote } from "@/lib/services/quote-reviews";

const plans = { revalidate: "/plans" } as const;

export const saveQuoteReviewAction = action(saveReviewInput, saveQuoteReview, plans);
export const scoreQuoteAction = action(scoreInput, scoreQuote, { revalidate: "/" });
export const awardPlanAction = action(awardInput, awardPlan, { revalidate: "/" });
export const undoAwardAction = action(undoAwardInput, undoAward, { revalidate: "/" });
export const saveAwardMemoAction = action(saveMemoInput, saveAwardMemo, plans);
