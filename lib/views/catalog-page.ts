import type { CatalogBelonging } from "./catalog-filter";

/** Records on a page. */
export const recordsOnPage = 60;

type Parts<Listed> = {
  readonly entered: readonly Listed[];
  readonly shared: readonly Listed[];
  readonly whose: CatalogBelonging | null;
  /** From 0. */
  readonly page: number;
};

export type PagePlan<Listed> = {
  /** What stands first on the page; imported records follow. */
  readonly first: readonly Listed[];
  readonly before: number;
  /** Which of the imported records the page has room for. */
  readonly imported: { readonly offset: number; readonly limit: number };
};

/** What people entered comes first, then the shared catalog, then what files brought: those may be thousands. */
export function planPage<Listed>({
  entered,
  shared,
  whose,
  page,
}: Parts<Listed>): PagePlan<Listed> {
  const held = [
    ...(whose === null || whose === "own" ? entered : []),
    ...(whose === null || whose === "shared" ? shared : []),
  ];
  const start = page * recordsOnPage;
  const first = held.slice(start, start + recordsOnPage);
  const hasImported = whose === null || whose === "imported";
  return {
    first,
    before: held.length,
    imported: {
      offset: Math.max(0, start - held.length),
      limit: hasImported ? recordsOnPage - first.length : 0,
    },
  };
}

export const pageCount = (records: number): number =>
  Math.max(1, Math.ceil(records / recordsOnPage));
