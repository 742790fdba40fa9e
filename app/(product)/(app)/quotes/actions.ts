"use server";

import { action } from "@/lib/adapters/action";
import { attachmentNamedInput } from "@/lib/schemas/attachment";
import { planNamedInput } from "@/lib/schemas/inputs";
import { quoteHead } from "@/lib/schemas/quote";
import { useQuoteInput } from "@/lib/schemas/quote-in-plan";
import {
  createQuoteInput,
  quoteAtVersionInput,
  restoreQuoteInput,
  saveQuoteInput,
  saveSupplierInput,
  setQuoteStatusInput,
} from "@/lib/schemas/quote-inputs";
import { listFormerQuotes } from "@/lib/services/former-quotes";
import { removeAttachment, restoreAttachment } from "@/lib/services/quote-attachments";
import { awardQuote, receiveQuote, saveQuote, setQuoteStatus } from "@/lib/services/quote-changes";
import { removeQuote, restoreQuote } from "@/lib/services/quote-drafts";
import { applyQuote, listOptionsForQuote } from "@/lib/services/quote-plans";
import { createQuote } from "@/lib/services/quotes";
import { saveSupplier } from "@/lib/services/suppliers";

const quotes = { revalidate: "/quotes" } as const;

export const createQuoteAction = action(createQuoteInput, createQuote, quotes);
export const listFormerQuotesAction = action(quoteHead, listFormerQuotes);
export const saveQuoteAction = action(saveQuoteInput, saveQuote, quotes);
export const receiveQuoteAction = action(quoteAtVersionInput, receiveQuote, quotes);
export const setQuoteStatusAction = action(setQuoteStatusInput, setQuoteStatus, quotes);
export const removeQuoteAction = action(quoteAtVersionInput, removeQuote, quotes);
export const restoreQuoteAction = action(restoreQuoteInput, restoreQuote, quotes);
export const removeAttachmentAction = action(attachmentNamedInput, removeAttachment, quotes);
export const restoreAttachmentAction = action(attachmentNamedInput, restoreAttachment, quotes);
export const awardQuoteAction = action(quoteAtVersionInput, awardQuote, quotes);
export const listOptionsForQuoteAction = action(planNamedInput, listOptionsForQuote);
export const applyQuoteAction = action(useQuoteInput, applyQuote, { revalidate: "/plans" });
export const saveSupplierAction = action(saveSupplierInput, saveSupplier, {
  revalidate: "/suppliers",
});
