"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { pageText } from "@/lib/views/catalog-words";
import { useCatalogAddress } from "./use-catalog-address";

/** Nothing where all fits on one page. */
export function CatalogPager({ page, pages }: { readonly page: number; readonly pages: number }) {
  const [, ask] = useCatalogAddress();
  if (pages < 2) return null;
  return (
    <nav aria-label="Pages of the catalog" className="flex items-center gap-1 text-ink-2 text-xs">
      <IconButton
        label="Previous page"
        icon={<ChevronLeft aria-hidden size={16} />}
        disabled={page === 0}
        onClick={() => void ask({ page: page - 1 })}
      />
      <span className="tabular-nums">{pageText(page, pages)}</span>
      <IconButton
        label="Next page"
        icon={<ChevronRight aria-hidden size={16} />}
        disabled={page + 1 >= pages}
        onClick={() => void ask({ page: page + 1 })}
      />
    </nav>
  );
}
