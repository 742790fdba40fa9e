"use client";

import { parseAsArrayOf, parseAsString, useQueryState } from "nuqs";
import { useCallback } from "react";

const parser = parseAsArrayOf(parseAsString).withDefault([]);

export type ChartOrTable = "chart" | "table";
export type TableChoice = readonly [ChartOrTable, (choice: ChartOrTable) => void];

/** Which drawings are shown as tables, kept in the address: `?table=cumulative-cost`. */
export function useTableChoice(id: string): TableChoice {
  const [ids, setIds] = useQueryState("table", parser);
  const choose = useCallback(
    (choice: ChartOrTable) =>
      void setIds((shown) => {
        const others = shown.filter((other) => other !== id);
        return choice === "table" ? [...others, id] : others;
      }),
    [id, setIds],
  );
  return [ids.includes(id) ? "table" : "chart", choose];
}
