import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { QuoteScreen } from "@/components/quotes/quote-screen";
import { requireContext } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { findUndoableImport } from "@/lib/services/lines-import-undo";
import { getQuote } from "@/lib/services/quotes";

type Props = PageProps<"/quotes/[quoteId]">;

const quoteOf = cache(async (quoteId: string) => {
  try {
    return await getQuote(await requireContext(), { quoteId });
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { supplierName, number } = await quoteOf((await params).quoteId);
  return { title: `${supplierName} ${number}` };
}

export default async function QuotePage({ params }: Props) {
  const quote = await quoteOf((await params).quoteId);
  const today = new Date().toISOString().slice(0, 10);
  const lastImport = await findUndoableImport(await requireContext(), { quoteId: quote.id });
  return <QuoteScreen key={quote.version} {...{ quote, today, lastImport }} />;
}
