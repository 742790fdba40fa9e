import type { LineRead } from "./to-line";

/** Lines column by column: it is how they leave the process that read them, and how the database takes them. An empty text is none. */
export type LineColumns = {
  readonly row: readonly number[];
  readonly category: readonly string[];
  readonly categoryFrom: readonly string[];
  readonly description: readonly string[];
  readonly partNumber: readonly string[];
  readonly quantity: readonly string[];
  readonly unit: readonly string[];
  readonly unitPrice: readonly string[];
  readonly discountFraction: readonly string[];
  readonly recurrence: readonly string[];
  readonly months: readonly string[];
  readonly taxFraction: readonly string[];
  readonly lineTotal: readonly string[];
  readonly freight: readonly string[];
};

const names = [
  "category",
  "categoryFrom",
  "description",
  "partNumber",
  "quantity",
  "unit",
  "unitPrice",
  "discountFraction",
  "recurrence",
  "months",
  "taxFraction",
  "lineTotal",
  "freight",
] as const satisfies readonly (keyof LineRead & keyof LineColumns)[];

export type LinesBuilder = {
  readonly add: (row: number, line: LineRead) => void;
  readonly count: () => number;
  readonly columns: () => LineColumns;
};

export function emptyLines(): LinesBuilder {
  const row: number[] = [];
  const texts = Object.fromEntries(names.map((name) => [name, [] as string[]])) as Record<
    (typeof names)[number],
    string[]
  >;
  return {
    add: (at, line) => {
      row.push(at);
      for (const name of names) texts[name].push(String(line[name] ?? ""));
    },
    count: () => row.length,
    columns: () => ({ row, ...texts }),
  };
}
