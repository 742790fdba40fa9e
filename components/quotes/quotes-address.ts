import { readSort } from "@/components/tables/arrangement-address";
import { isId } from "@/lib/schemas/id";
import { type QuoteStatus, quoteStatuses } from "@/lib/schemas/quote";
import {
  type QuoteShow,
  type QuoteSort,
  type QuotesAsked,
  quoteShows,
  quoteSorts,
} from "@/lib/schemas/quote-list";

type Search = Readonly<Record<string, string | string[] | undefined>>;

const mostPages = 10_000;
const longestFind = 80;

const oneOf = <Value extends string>(values: readonly Value[], text: string): Value | null =>
  values.find((value) => value === text) ?? null;

/** Which quotes an address asks for: `?show=open&find=h200&sort=-total&page=2`. What it says wrongly it does not say. */
export function quotesAsked(search: Search, today: string): QuotesAsked {
  const text = (name: string) => {
    const value = search[name];
    return typeof value === "string" ? value : "";
  };
  const [sort] = readSort(text("sort"));
  const by = sort && oneOf<QuoteSort>(quoteSorts, sort.id);
  const page = /^[1-9]\d{0,4}$/.test(text("page")) ? Number(text("page")) : 1;
  return {
    show: oneOf<QuoteShow>(quoteShows, text("show")) ?? "all",
    find: text("find").slice(0, longestFind),
    status: oneOf<QuoteStatus>(quoteStatuses, text("status")),
    supplierId: isId(text("supplier")) ? text("supplier") : null,
    order: by && sort ? { by, desc: sort.desc } : null,
    page: Math.min(page, mostPages),
    today,
  };
}
