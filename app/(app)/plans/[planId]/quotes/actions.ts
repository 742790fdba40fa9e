"use server";

import { action } from "@/lib/adapters/action";
import { saveReviewInput, scoreInput } from "@/lib/schemas/quote-review";
import { saveQuoteReview, scoreQuote } from "@/lib/services/quote-reviews";

const plans = { revalidate: "/plans" } as const;

export const saveQuoteReviewAction = action(saveReviewInput, saveQuoteReview, plans);
export const scoreQuoteAction = action(scoreInput, scoreQuote, { revalidate: "/" });
