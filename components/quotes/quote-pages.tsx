import { ChevronLeft, ChevronRight } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { counted } from "@/lib/format";
import { quotesPerPage } from "@/lib/schemas/quote-list";
import { lineRangeText } from "@/lib/views/quotes";

type QuotePagesProps = {
  /** From 1. */
  readonly page: number;
  readonly count: number;
  readonly onPage: (page: number) => void;
};

/** How many quotes there are as asked, and the way to those of the other pages. */
export function QuotePages({ page, count, onPage }: QuotePagesProps) {
  if (count <= quotesPerPage)
    return <p className="text-ink-3 text-xs">{counted(count, "quote")}</p>;
  const pages = Math.ceil(count / quotesPerPage);
  return (
    <nav aria-label="Pages" className="flex items-center gap-1 text-sm">
      <IconButton
        label="Quotes before"
        icon={<ChevronLeft aria-hidden size={16} />}
        disabled={page === 1}
        onClick={() => onPage(page - 1)}
      />
      <span className="text-ink-2">
        {lineRangeText((page - 1) * quotesPerPage, quotesPerPage, count)} quotes
      </span>
      <IconButton
        label="Quotes after"
        icon={<ChevronRight aria-hidden size={16} />}
        disabled={page >= pages}
        onClick={() => onPage(page + 1)}
      />
    </nav>
  );
}
