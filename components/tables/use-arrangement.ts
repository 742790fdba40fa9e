"use client";

import { createParser, parseAsArrayOf, parseAsString, useQueryStates } from "nuqs";
import { useCallback, useMemo } from "react";
import type { Arrangement } from "@/lib/schemas/saved-view";
import { readSort, writeSort } from "./arrangement-address";

const ids = parseAsArrayOf(parseAsString).withDefault([]);
const address = {
  hide: ids,
  columns: ids,
  sort: createParser({
    parse: readSort,
    serialize: writeSort,
    eq: (a, b) => writeSort(a) === writeSort(b),
  }).withDefault([]),
  find: parseAsString.withDefault(""),
  show: parseAsString,
  saved: parseAsString,
};

/** How a table is arranged, by the address: `?hide=a,b&columns=c&sort=-total&find=2028`. */
export function useArrangement() {
  const [query, setQuery] = useQueryStates(address, { history: "replace" });
  const { hide, columns, sort, find, show, saved } = query;
  const arrangement = useMemo<Arrangement>(
    () => ({ hidden: hide, order: columns, sort, find, ...(show !== null && { show }) }),
    [hide, columns, sort, find, show],
  );
  const arrange = useCallback(
    (change: Partial<Arrangement>) => {
      const { hidden, order, show, ...same } = change;
      void setQuery({
        ...same,
        ...(show !== undefined && { show }),
        ...(hidden && { hide: [...hidden] }),
        ...(order && { columns: [...order] }),
      });
    },
    [setQuery],
  );
  /** Choosing a view is a step that Back takes back. */
  const choose = useCallback(
    (view: { readonly id: string | null; readonly arrangement: Arrangement }, silent = false) => {
      const { hidden, order, sort, find, show } = view.arrangement;
      const next = { hide: hidden, columns: order, sort, find, show: show ?? null, saved: view.id };
      void setQuery(next, { history: silent ? "replace" : "push" });
    },
    [setQuery],
  );
  const isPlain = hide.length + columns.length + sort.length === 0 && find === "" && show === null;
  return { arrangement, arrange, choose, savedId: saved, isPlain };
}

export type ArrangementState = ReturnType<typeof useArrangement>;
