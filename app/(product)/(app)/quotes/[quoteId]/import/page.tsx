import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ImportScreen } from "@/components/lines-import/import-screen";
import { requireContext } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { getQuoteToImport } from "@/lib/services/lines-imports";

type Props = PageProps<"/quotes/[quoteId]/import">;

const outlineOf = cache(async (quoteId: string) => {
  try {
    return await getQuoteToImport(await requireContext(), { quoteId });
  } catch (error) {
    if (error instanceof AppError && (error.code === "NOT_FOUND" || error.code === "FORBIDDEN"))
      notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { supplierName, number } = await outlineOf((await params).quoteId);
  return { title: `Import lines into ${supplierName} ${number}` };
}

export default async function ImportPage({ params }: Props) {
  const quote = await outlineOf((await params).quoteId);
  return <ImportScreen quote={quote} />;
}
