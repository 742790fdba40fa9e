import { quoteCategories, quoteStatuses } from "@/lib/schemas/quote";
import {
  type LineFilter,
  type LineGrouping,
  type LineOrder,
  lineGroupings,
  lineSorts,
} from "@/lib/schemas/quote-lines";
import type { Arrangement } from "@/lib/schemas/saved-view";

const oneOf = <T extends string>(all: readonly T[], text: string | undefined): T | null =>
  all.find((one) => one === text) ?? null;

export type AskedLines = {
  readonly filter: LineFilter;
  readonly order: LineOrder | null;
  readonly group: LineGrouping | null;
};

const isId = (text: string | undefined): text is string => /^[0-9a-f-]{36}$/i.test(text ?? "");

/** What an arrangement asks the server for. An address says anything: what it cannot mean says nothing. */
export function askedLines({ find, sort, show, group, where }: Arrangement): AskedLines {
  const [first] = sort;
  const by = oneOf(lineSorts, first?.id === "converted" ? "amount" : first?.id);
  return {
    filter: {
      find,
      category: oneOf(quoteCategories, where?.category),
      supplierId: isId(where?.supplier) ? where.supplier : null,
      status: oneOf(quoteStatuses, where?.status),
      unpriced: show === "unpriced",
      within: null,
    },
    order: by && first ? { by, desc: first.desc } : null,
    group: oneOf(lineGroupings, group),
  };
}
