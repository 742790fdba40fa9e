"use client";

import { parseAsArrayOf, parseAsString, useQueryStates } from "nuqs";

const parsers = {
  /** Rows that are not shown. */
  hide: parseAsArrayOf(parseAsString).withDefault([]),
  against: parseAsString,
  /** The two columns that a phone shows. */
  pair: parseAsArrayOf(parseAsString).withDefault([]),
};

/** What of the comparison stands in the address, so that a link shows the same. */
export const useComparisonAddress = () => useQueryStates(parsers, { history: "replace" });
