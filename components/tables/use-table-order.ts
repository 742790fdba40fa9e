"use client";

import type { SortingState } from "@tanstack/react-table";
import { createParser, useQueryState } from "nuqs";
import { useMemo } from "react";
import { readOrders, readSort, writeOrders, writeSort } from "./arrangement-address";

const parser = createParser({
  parse: readOrders,
  serialize: writeOrders,
  eq: (a, b) => writeOrders(a) === writeOrders(b),
}).withDefault({});

/** The order of a table's rows, kept in the address beside those of others: `?order=cumulative-cost:-api`. */
export function useTableOrder(tableId: string) {
  const [orders, setOrders] = useQueryState("order", parser);
  const written = orders[tableId] ?? "";
  const sorting = useMemo<SortingState>(() => [...readSort(written)], [written]);
  const onSortingChange = (next: SortingState) =>
    void setOrders((now) => ({ ...now, [tableId]: writeSort(next) }));
  return { sorting, onSortingChange };
}
