"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useCallback, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import { lineRangeText } from "@/lib/views/quotes";

/** Rows of fields drawn at a time: each has eleven, and a quote may have thousands. */
export const linesShown = 100;

/** Which page a line stands on, both from 0. */
export const pageOf = (at: number): number => Math.floor(at / linesShown);

export type LinePage = {
  /** The first line shown, from 0. */
  readonly from: number;
  readonly to: number;
  readonly pages: number;
  readonly page: number;
  readonly setPage: (page: number) => void;
  /** Turns to the page that a line stands on. */
  readonly showLine: (at: number) => void;
};

export function useLinePage(count: number): LinePage {
  const [asked, setPage] = useState(0);
  const showLine = useCallback((at: number) => setPage(pageOf(at)), []);
  const pages = Math.max(1, Math.ceil(count / linesShown));
  const page = Math.min(asked, pages - 1);
  const from = page * linesShown;
  return {
    ...{ from, page, pages, setPage },
    to: Math.min(count, from + linesShown),
    showLine,
  };
}

/** Which lines are in sight; away where all are. */
export function LinePager({ page, count }: { readonly page: LinePage; readonly count: number }) {
  if (page.pages === 1) return null;
  const at = (index: number) => lineRangeText(index * linesShown, linesShown, count);
  return (
    <div className="flex items-center gap-1">
      <IconButton
        label="Lines before"
        icon={<ChevronLeft aria-hidden size={16} />}
        disabled={page.page === 0}
        onClick={() => page.setPage(page.page - 1)}
      />
      <Select
        aria-label="Lines shown"
        value={String(page.page)}
        onValueChange={(value) => page.setPage(Number(value))}
        options={Array.from({ length: page.pages }, (_, index) => ({
          value: String(index),
          label: at(index),
        }))}
      />
      <IconButton
        label="Lines after"
        icon={<ChevronRight aria-hidden size={16} />}
        disabled={page.page === page.pages - 1}
        onClick={() => page.setPage(page.page + 1)}
      />
    </div>
  );
}
