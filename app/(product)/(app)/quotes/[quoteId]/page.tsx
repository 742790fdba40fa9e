import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { QuoteScreen } from "@/components/quotes/quote-screen";
import { requireContext } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { revisionShown } from "@/lib/schemas/revision-shown";
import { findUndoableImport } from "@/lib/services/lines-import-undo";
import { getQuote } from "@/lib/services/quotes";

type Props = PageProps<"/quotes/[quoteId]">;

const quoteOf = cache(async (quoteId: string) => {
  try {
    return await getQuote(await requireContext(), { quoteId });
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
    // Every member may read quotes, so this one's prices are hidden from who asks.
    if (error instanceof AppError && error.code === "FORBIDDEN") return error.message;
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const quote = await quoteOf((await params).quoteId);
  return { title: typeof quote === "string" ? "Quote" : `${quote.supplierName} ${quote.number}` };
}

export default async function QuotePage({ params, searchParams }: Props) {
  const quote = await quoteOf((await params).quoteId);
  if (typeof quote === "string") return <p className="px-4 py-5 text-ink-2 md:px-7">{quote}</p>;
  const today = new Date().toISOString().slice(0, 10);
  const lastImport = await findUndoableImport(await requireContext(), { quoteId: quote.id });
  const shown = revisionShown(quote, await searchParams);
  return (
    <QuoteScreen
      key={`${quote.version}.${shown.quote.revisions[0]?.revision}.${shown.figure}`}
      {...{ ...shown, today, lastImport: shown.newest === null ? lastImport : null }}
    />
  );
}
