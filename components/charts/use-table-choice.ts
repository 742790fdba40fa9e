"use client";

import { parseAsArrayOf, parseAsString, useQueryState } from "nuqs";
import { useCallback, useEffect } from "react";
import { useCommands } from "@/components/commands/use-commands";

const parser = parseAsArrayOf(parseAsString).withDefault([]);

export type ChartOrTable = "chart" | "table";
export type TableChoice = readonly [ChartOrTable, (choice: ChartOrTable) => void];

/** The drawings of the page that is shown. */
const drawings = new Set<string>();

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
  useEffect(() => {
    drawings.add(id);
    return () => {
      drawings.delete(id);
    };
  }, [id]);
  useCommands({ "toggle-tables": () => setIds(allTheOtherWay) });
  return [ids.includes(id) ? "table" : "chart", choose];
}

/** All charts again where any is a table, else all tables. */
function allTheOtherWay(shown: readonly string[]): string[] {
  const others = shown.filter((id) => !drawings.has(id));
  return others.length < shown.length ? others : [...others, ...drawings];
}
