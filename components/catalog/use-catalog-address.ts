"use client";

import { parseAsArrayOf, parseAsInteger, parseAsString, useQueryStates } from "nuqs";

const text = parseAsString.withDefault("");

/** What is asked of the catalog stands in the address; the server answers it. */
export function useCatalogAddress() {
  return useQueryStates(
    {
      find: text,
      kind: text,
      vendor: text,
      provider: text,
      whose: text,
      page: parseAsInteger.withDefault(0),
      series: text,
      entry: text,
      compare: parseAsArrayOf(parseAsString).withDefault([]),
    },
    { history: "replace", shallow: false, throttleMs: 200, scroll: false },
  );
}
