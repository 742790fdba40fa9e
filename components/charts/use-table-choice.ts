"use client";

import { parseAsArrayOf, parseAsString, useQueryState } from "nuqs";

const parser = parseAsArrayOf(parseAsString).withDefault([]);

export type ChartOrTable = "chart" | "table";

/** Which drawings are shown as tables, kept in the address: `?table=cumulative-cost`. */
export function useTableChoice(id: string): [ChartOrTable, (choice: ChartOrTable) => void] {
  const [ids, setIds] = useQueryState("table", parser);
  const choose = (choice: ChartOrTable) => {
    const others = ids.filter((other) => other !== id);
    void setIds(choice === "table" ? [...others, id] : others);
  };
  return [ids.includes(id) ? "table" : "chart", choose];
}
