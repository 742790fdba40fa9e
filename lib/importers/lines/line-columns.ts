import { type JoinedColumns, joinColumns } from "@/lib/schemas/joined-columns";
import { lineFields } from "@/lib/schemas/quote";
import type { LineRead } from "./to-line";

const names = [
  ...lineFields,
  "categoryFrom",
  "recurrenceFrom",
  "lineTotal",
  "freight",
] as const satisfies readonly (keyof LineRead)[];
export type ColumnName = (typeof names)[number] | "row";

/** Lines column by column, with the row that each comes from. An empty text is none. */
export type LineColumns = JoinedColumns<ColumnName>;

export type LinesBuilder = {
  readonly add: (row: number, line: LineRead) => void;
  readonly columns: () => LineColumns;
};

export function emptyLines(): LinesBuilder {
  const row: string[] = [];
  const texts = Object.fromEntries(names.map((name) => [name, [] as string[]])) as Record<
    (typeof names)[number],
    string[]
  >;
  return {
    add: (at, line) => {
      row.push(String(at));
      for (const name of names) texts[name].push(String(line[name] ?? ""));
    },
    columns: () => joinColumns({ row, ...texts }, row.length),
  };
}
