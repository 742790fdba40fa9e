"use server";

import { action } from "@/lib/adapters/action";
import {
  createQuoteInput,
  quoteAtVersionInput,
  saveQuoteInput,
  saveSupplierInput,
  setQuoteStatusInput,
} from "@/lib/schemas/quote-inputs";
import { awardQuote, receiveQuote, saveQuote, setQuoteStatus } from "@/lib/services/quote-changes";
import { createQuote } from "@/lib/services/quotes";
import { saveSupplier } from "@/lib/services/suppliers";

const quotes = { revalidate: "/quotes" } as const;

export const createQuoteAction = action(createQuoteInput, createQuote, quotes);
export const saveQuoteAction = action(saveQuoteInput, saveQuote, quotes);
export const receiveQuoteAction = action(quoteAtVersionInput, receiveQuote, quotes);
export const setQuoteStatusAction = action(setQuoteStatusInput, setQuoteStatus, quotes);
export const awardQuoteAction = action(quoteAtVersionInput, awardQuote, quotes);
export const saveSupplierAction = action(saveSupplierInput, saveSupplier, {
  revalidate: "/suppliers",
});
